namespace Hearth.Foundation;

/// <summary>Identifiers ordered by time (UUID version 7), so that indexes grow at one end.</summary>
public static class Ids
{
    public static Guid New(DateTimeOffset at) => Guid.CreateVersion7(at);

    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
