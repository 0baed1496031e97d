using System.Text;
using Hearth.Demo;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;

namespace Hearth.Tests.Demo;

public sealed class DemoTablesTests
{
    private static readonly IReadOnlyList<DemoOrganization> All = DemoOrganizations.All;

    [Fact]
    public void Twelve_peer_run_organizations_in_six_states_and_those_who_work_with_them()
    {
        Assert.Equal(12, DemoOrganizations.PeerRun.Count);
        Assert.Equal(6, DemoOrganizations.PeerRun.Select(o => o.State).Distinct().Count());
        Assert.Equal(
            [
                (OrganizationKind.PeerRun, 12),
                (OrganizationKind.TreatmentProgram, 3),
                (OrganizationKind.Payer, 2),
                (OrganizationKind.StateAgency, 1),
                (OrganizationKind.Network, 1),
            ],
            All.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))
        );
    }

    [Fact]
    public void Every_model_and_every_legal_regime_is_there()
    {
        var programs = All.SelectMany(o => o.Programs).ToList();
        Assert.Empty(Enum.GetValues<ProgramModel>().Except(programs.Select(p => p.Model)));
        Assert.Empty(Enum.GetValues<LegalRegime>().Except(programs.Select(p => p.Regime)));
        Assert.Contains(programs, p => p.Starts == RecordLevel.Personal);
        Assert.Contains(programs, p => p.ClosedDaysAgo > 0);
    }

    [Fact]
    public void A_respite_house_keeps_its_address_confidential()
    {
        var houses = All.SelectMany(o =>
            o.Programs.Where(p => p.Model == ProgramModel.PeerRespite).Select(p => (o, p))
        );
        Assert.Contains(houses, h => h.o.Sites.Single(s => s.Name == h.p.Site).Confidential);
    }

    [Fact]
    public void Names_run_from_right_to_left_and_are_long_and_hold_Chinese_and_an_emoji()
    {
        var names = All.SelectMany(o => o.Programs.Select(p => p.Name).Append(o.Name)).ToList();
        Assert.Contains(names, n => n.EnumerateRunes().Any(r => r.Value is >= 0x0600 and <= 0x06FF));
        Assert.Contains(names, n => n.EnumerateRunes().Any(r => r.Value is >= 0x0590 and <= 0x05FF));
        Assert.Contains(names, n => n.EnumerateRunes().Any(r => r.Value is >= 0x4E00 and <= 0x9FFF));
        Assert.Contains(names, n => n.EnumerateRunes().Any(r => r.Value is >= 0x1F300 and <= 0x1FAFF));
        Assert.InRange(names.Max(n => n.Length), 150, Organization.NameLength);
        Assert.All(names, n => Assert.True(n.IsNormalized(NormalizationForm.FormC), n));
    }

    [Fact]
    public void Everyone_who_signs_in_has_one_name_and_every_role_is_there()
    {
        var members = All.SelectMany(o => o.Members).ToList();
        Assert.All(members.GroupBy(m => m.Key), same => Assert.Single(same.Select(m => m.Name).Distinct()));
        Assert.Equal(Role.Anyone, members.Aggregate(Role.None, (roles, m) => roles | m.Roles));
    }

    [Fact]
    public void Identifiers_are_all_different()
    {
        Assert.Equal(All.Count, All.Select(o => o.Slug).Distinct().Count());
        Assert.Equal(All.Count, All.Select(o => o.Id).Distinct().Count());
        Assert.All(All, o => Assert.Equal(o.Programs.Count, o.Programs.Select(p => p.Slug).Distinct().Count()));
        Assert.All(
            All,
            o =>
                Assert.Equal(o.Supporters.Count, o.Supporters.Select(s => s.Name.ToLowerInvariant()).Distinct().Count())
        );
    }

    [Theory]
    [InlineData(
        2026,
        "2026-01-01,2026-01-19,2026-02-16,2026-05-25,2026-06-19,2026-07-03,2026-09-07,2026-10-12,2026-11-11,2026-11-26,2026-12-25"
    )]
    [InlineData(
        2022,
        "2021-12-31,2022-01-17,2022-02-21,2022-05-30,2022-06-20,2022-07-04,2022-09-05,2022-10-10,2022-11-11,2022-11-24,2022-12-26"
    )]
    public void Holidays_are_those_the_government_observes(int year, string days) =>
        Assert.Equal(days.Split(','), Holidays.Of(year).Select(d => d.ToString("yyyy-MM-dd", null)));
}
