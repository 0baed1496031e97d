namespace Hearth.X12.Remittances;

/// <summary>The parties of a claim, one for each role.</summary>
internal sealed class Parties(Values values)
{
    private static readonly string[] Roles = ["QC", "IL", "74", "82", "TT", "PR", "GB"];
    private const int FirstKnown = 3; // providers and payers come with many claims, patients with few
    private readonly Memo<Party> known = new();
    private readonly Party?[] named = new Party?[Roles.Length];

    /// <summary>Takes an NM1.</summary>
    /// <returns>False for a role that a claim has no member for, or that is taken.</returns>
    public bool Take(in Segment nm1, Rest rest)
    {
        var role = Array.IndexOf(Roles, values.Code(nm1, 1));
        if (role < 0 || named[role] is not null)
        {
            return false;
        }
        named[role] = role < FirstKnown ? values.Individual(nm1) : Known(nm1);
        rest.After(9, nm1);
        return true;
    }

    /// <summary>Who has the role; null where nobody does. Asking ends it.</summary>
    public Party? Of(string role)
    {
        ref var party = ref named[Array.IndexOf(Roles, role)];
        var found = party;
        party = null;
        return found;
    }

    private Party Known(in Segment nm1) =>
        known.Find(nm1.Whole, nm1.Delimiters) ?? known.Keep(nm1.Whole, values.Individual(nm1));
}
