using Hearth.X12.Remittances;

namespace Hearth.X12.Converting;

/// <summary>Who is who where a line stands: of the levels, the claim and the line, the innermost holds.</summary>
internal sealed class ScopedParties
{
    private static readonly string[] Roles = ["85", "IL", "PR", "QC", "82"]; // those that a row has columns for
    private readonly Values values = new(new Findings());
    private readonly Dictionary<string, Party> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Party> claim = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Party> line = new(StringComparer.Ordinal);
    private Dictionary<string, Party> scope;

    public ScopedParties() => scope = levels;

    public void Clear()
    {
        levels.Clear();
        Close();
    }

    /// <summary>No claim is open.</summary>
    public void Close()
    {
        claim.Clear();
        line.Clear();
        scope = levels;
    }

    public void Open() => scope = claim;

    public void OpenLine()
    {
        line.Clear();
        scope = line;
    }

    /// <summary>A level begins: 20 billing provider, 22 subscriber, 23 patient.</summary>
    public void Descend(string level)
    {
        levels.Remove("QC");
        if (level is "20" or "22")
        {
            levels.Remove("IL");
            levels.Remove("PR");
        }
        if (level == "20")
        {
            levels.Clear();
        }
    }

    public void Take(in Segment nm1)
    {
        var role = values.Code(nm1, 1);
        if (Roles.Contains(role))
        {
            scope[role] = values.Individual(nm1);
        }
    }

    public Party? Of(string role) =>
        line.GetValueOrDefault(role) ?? claim.GetValueOrDefault(role) ?? levels.GetValueOrDefault(role);
}
