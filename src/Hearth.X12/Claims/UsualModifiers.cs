namespace Hearth.X12.Claims;

/// <summary>Modifiers come in few combinations, so that lines share them.</summary>
internal sealed class UsualModifiers
{
    private readonly string[]?[] known = new string[]?[64];

    public string[] Of(string[] modifiers)
    {
        var hash = 0;
        foreach (var modifier in modifiers)
        {
            hash = (hash * 31) + (modifier.Length > 1 ? (modifier[0] * 7) + modifier[1] : 0);
        }
        ref var usual = ref known[(uint)hash % (uint)known.Length];
        if (usual is null || !usual.AsSpan().SequenceEqual(modifiers))
        {
            usual = modifiers;
        }
        return usual;
    }
}
