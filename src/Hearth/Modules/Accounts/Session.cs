using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Accounts;

/// <summary>One place an account is signed in.</summary>
[Holds(RecordClass.Workforce)]
public sealed class Session
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>In words: "Firefox on Linux".</summary>
    public required string Device { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
