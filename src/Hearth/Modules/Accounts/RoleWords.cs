using Hearth.Foundation.Access;

namespace Hearth.Modules.Accounts;

/// <summary>What each role is called and lets one do, in plain words.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyList<(Role Role, string Name, string What)> All =
    [
        (Role.Director, "Director", "Sees and changes everything, and decides who is a member."),
        (Role.Coordinator, "Coordinator", "Leads programs: records, corrects, plans, imports and makes reports."),
        (Role.PeerSupporter, "Peer supporter", "Records support, and sees the people they support."),
        (Role.Biller, "Biller", "Works on what a payer is asked to pay, and sees only billable records."),
        (Role.BoardViewer, "Board viewer", "Sees the board's numbers, never a person."),
        (Role.Partner, "Partner", "Works at a partner organization, and sees what was agreed with it."),
        (Role.FunderViewer, "Funder viewer", "Sees the reports made for their fund, never a person."),
    ];

    /// <summary>"Director, Peer supporter".</summary>
    public static string List(Role roles) =>
        string.Join(", ", All.Where(r => roles.HasFlag(r.Role)).Select(r => r.Name));
}
