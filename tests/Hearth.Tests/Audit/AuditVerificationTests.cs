using FsCheck;
using FsCheck.Fluent;

namespace Hearth.Tests.Audit;

public sealed class AuditVerificationTests
{
    private const int Length = 12;

    [Fact]
    public async Task An_untouched_audit_has_no_fault_and_says_where_each_chain_ends()
    {
        await using var house = await ChainedDatabase.CreateAsync();

        var findings = await house.FindingsAsync();

        Assert.Empty(findings.Faults);
        Assert.Equal(16, findings.Entries);
        Assert.Equal(["juniper", "lantern"], findings.Chains.Select(c => c.Organization));
        Assert.All(findings.Chains, c => Assert.Equal(8, c.Position));
    }

    [Fact]
    public async Task Whatever_is_done_to_a_chain_is_found_and_named()
    {
        await using var house = await ChainedDatabase.CreateAsync(Length);
        // Three apart, so that what is removed does not take away what the next is checked against.
        var one =
            from kind in Gen.Elements(Enum.GetValues<TamperingKind>())
            from place in Gen.Choose(0, 3)
            select new Tampering(kind, 1 + place * 3);
        var several = from all in one.NonEmptyListOf() select all.DistinctBy(t => t.Position).ToArray();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(several.ToArbitrary(), done => AllAreNamed(house, done).GetAwaiter().GetResult())
        );
    }

    private static async Task<bool> AllAreNamed(ChainedDatabase house, Tampering[] done)
    {
        await house.ResetAsync();
        foreach (var tampering in done)
        {
            await tampering.DoAsync(house);
        }
        var faults = await house.FaultsAsync();
        var named = await Task.WhenAll(done.Select(t => t.IsNamedAsync(house, faults)));
        return named.All(n => n) && faults.All(f => f.OrganizationId == house.Lantern);
    }

    [Fact]
    public async Task One_altered_entry_is_one_fault()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await new Tampering(TamperingKind.ChangeActor, 4).DoAsync(house);

        var fault = Assert.Single((await house.FindingsAsync()).Faults);

        Assert.Equal(("lantern", 4, await house.EntryAsync(4)), (fault.Organization, fault.Position, fault.EntryId));
        Assert.StartsWith(
            $"lantern, position 4, entry {fault.EntryId}: The entry or its place",
            fault.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_tail_cut_off_with_its_seals_shows()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await new Tampering(TamperingKind.RemoveBoth, 8).DoAsync(house);
        await new Tampering(TamperingKind.RemoveBoth, 7).DoAsync(house);

        var fault = Assert.Single(await house.FaultsAsync());

        Assert.Contains("cut off", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_chain_taken_away_shows()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await house.RunAsync(
            $"delete from audit_entries where organization_id = '{house.Juniper}'; delete from audit_seals where organization_id = '{house.Juniper}'"
        );

        Assert.Equal(house.Juniper, Assert.Single(await house.FaultsAsync()).OrganizationId);
    }

    [Fact]
    public async Task A_forged_end_shows()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await new Tampering(TamperingKind.RemoveBoth, 8).DoAsync(house);
        await house.RunAsync(
            $"update audit_heads h set position = 7, hash = s.hash from audit_seals s where h.organization_id = '{house.Lantern}' and s.organization_id = h.organization_id and s.position = 7"
        );

        Assert.Contains(
            await house.FaultsAsync(),
            f => f.Sentence.Contains("end was altered", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_database_put_back_to_an_older_copy_shows_against_a_head_noted_elsewhere()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        await house.WriteAsync(house.Lantern, 2);
        await house.Sealer.SealAsync();
        var noted = (await house.FindingsAsync()).Chains.Single(c => c.Organization == "lantern").ToString();
        Assert.Empty((await house.FindingsAsync(noted)).Faults);

        await house.ResetAsync();

        Assert.Empty((await house.FindingsAsync()).Faults);
        Assert.Contains(
            "older copy",
            Assert.Single((await house.FindingsAsync(noted)).Faults).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_noted_head_with_another_hash_or_of_an_organization_that_is_gone_shows()
    {
        await using var house = await ChainedDatabase.CreateAsync();
        var zeros = new string('0', 64);

        Assert.Contains(
            "rewritten",
            Assert.Single((await house.FindingsAsync($"lantern=3:{zeros}")).Faults).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "removed",
            Assert.Single((await house.FindingsAsync($"aspen=3:{zeros}")).Faults).Sentence,
            StringComparison.Ordinal
        );
    }
}
