using Hearth.Foundation;
using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Organizations;

/// <summary>Makes two entries of one person one: everything that names the one names the other, in one transaction.</summary>
public sealed class SupporterMerge(Db db, IEnumerable<IKnowSupporters> others)
{
    /// <returns>How many records changed, or what stands in the way.</returns>
    public async Task<(int Changed, IReadOnlyList<Problem> Problems)> RunAsync(
        Guid from,
        Guid into,
        CancellationToken cancel = default
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var goes = await db.Set<Supporter>().SingleOrDefaultAsync(s => s.Id == from, cancel);
        var stays = await db.Set<Supporter>().SingleOrDefaultAsync(s => s.Id == into, cancel);
        if (Check(goes, stays) is { Count: > 0 } problems)
        {
            return (0, problems);
        }
        var changed = 0;
        foreach (var other in others)
        {
            changed += await other.RenameAsync(goes!, stays!, cancel);
        }
        stays!.AccountId ??= goes!.AccountId;
        stays.Initials ??= goes!.Initials;
        stays.StartedOn = Earlier(stays.StartedOn, goes!.StartedOn);
        stays.EndedOn = stays.EndedOn is null || goes.EndedOn is null ? null : Later(stays.EndedOn, goes.EndedOn);
        stays.Version++;
        db.Remove(goes);
        db.Why = $"the same person as {stays.Name}; {changed} records changed";
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (changed, []);
    }

    private static IReadOnlyList<Problem> Check(Supporter? goes, Supporter? stays) =>
        (goes, stays) switch
        {
            (_, null) => [new("keep", "Choose the name to keep.")],
            (null, _) => [new("other", "Choose the name that goes.")],
            _ when goes.Id == stays.Id => [new("other", "Choose two different names.")],
            ({ AccountId: { } a }, { AccountId: { } b }) when a != b =>
            [
                new(
                    "other",
                    "Both have an account of their own. End one of the memberships first, then make them one."
                ),
            ],
            _ => [],
        };

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b is null ? null : (a < b ? a : b);

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a > b ? a : b;
}
