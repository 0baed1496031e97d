using Hearth.Foundation.Audit;

namespace Hearth.Tests.Audit;

public enum TamperingKind
{
    ChangeActor,
    ChangeOldValue,
    ChangeTime,
    RemoveEntry,
    RemoveSeal,
    RemoveBoth,
    SwapWithNext,
    SlipIn,
}

/// <summary>One thing done to Lantern's chain by somebody who may write to the database but has no key.</summary>
public sealed record Tampering(TamperingKind Kind, int Position)
{
    internal async Task DoAsync(ChainedDatabase house)
    {
        var id = await house.EntryAsync(Position);
        var entry = $"organization_id = '{house.Lantern}' and id = '{id}'";
        var seal = $"organization_id = '{house.Lantern}' and position = {Position}";
        await house.RunAsync(
            Kind switch
            {
                TamperingKind.ChangeActor => $"update audit_entries set actor = 'somebody else' where {entry}",
                TamperingKind.ChangeOldValue => $"update audit_entries set old_value = null where {entry}",
                TamperingKind.ChangeTime =>
                    $"update audit_entries set at = at + interval '1 microsecond' where {entry}",
                TamperingKind.RemoveEntry => $"delete from audit_entries where {entry}",
                TamperingKind.RemoveSeal => $"delete from audit_seals where {seal}",
                TamperingKind.RemoveBoth =>
                    $"delete from audit_entries where {entry}; delete from audit_seals where {seal}",
                TamperingKind.SwapWithNext =>
                    $"""
                create temp table swapped as select * from audit_seals where organization_id = '{house.Lantern}' and position in ({Position}, {Position
                    + 1});
                delete from audit_seals where organization_id = '{house.Lantern}' and position in ({Position}, {Position
                    + 1});
                insert into audit_seals select organization_id, {Position * 2
                    + 1} - position, entry_id, hash from swapped; drop table swapped;
                """,
                _ => $"""
                insert into audit_entries (id, organization_id, at, actor, action, subject, transaction)
                values ('{SlippedIn}', '{house.Lantern}', '2026-03-01', 'nobody', 'removed', 'programs', '3')
                """,
            }
        );
    }

    private Guid SlippedIn => new(Position, 1, 1, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Whether the faults point at what was done.</summary>
    internal async Task<bool> IsNamedAsync(ChainedDatabase house, IReadOnlyList<AuditFault> faults)
    {
        var mine = faults.Where(f => f.OrganizationId == house.Lantern).ToList();
        var id = await house.EntryAsync(Position);
        return Kind switch
        {
            TamperingKind.RemoveSeal => mine.Exists(f => f.EntryId == id) && mine.Exists(f => f.Position == Position),
            TamperingKind.RemoveBoth => mine.Exists(f => f.Position == Position),
            TamperingKind.SlipIn => mine.Exists(f => f.EntryId == SlippedIn),
            TamperingKind.SwapWithNext => mine.Exists(f => f.Position == Position)
                && mine.Exists(f => f.Position == Position + 1),
            _ => mine.Exists(f => f.EntryId == id && f.Position == Position),
        };
    }
}
