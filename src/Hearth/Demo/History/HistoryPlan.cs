using Hearth.Modules.Organizations;

namespace Hearth.Demo;

/// <summary>All that a history follows from: the same plan gives the same contacts.</summary>
internal sealed record HistoryPlan
{
    public required Guid OrganizationId { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required IReadOnlyList<PlannedProgram> Programs { get; init; }
    public required IReadOnlyList<Supporter> Supporters { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Nothing starts or is written down after this moment, whatever the last day is.</summary>
    public DateTimeOffset? Until { get; init; }
    public required long Contacts { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Stands in every code, so that a second history's codes are not the first's.</summary>
    public string CodeMark { get; init; } = "";

    /// <summary>Counties that those who told theirs live in.</summary>
    public IReadOnlyList<string> Counties { get; init; } = [];

    /// <summary>The first day of the week in which the house could not open.</summary>
    public DateOnly? ClosedFrom { get; init; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool IsClosed(DateOnly day) => ClosedFrom is { } first && day >= first && day < first.AddDays(7);
}

/// <param name="Weight">How busy it is beside the others.</param>
internal sealed record PlannedProgram(SupportProgram Program, double Weight)
{
    public ModelRhythm Rhythm { get; } = ModelRhythms.Of(Program.Model);
}
