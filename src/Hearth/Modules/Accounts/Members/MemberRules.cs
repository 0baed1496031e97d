using Hearth.Foundation.Access;

namespace Hearth.Modules.Accounts.Members;

/// <summary>Whether an organization may be left without a director: it may not.</summary>
internal static class MemberRules
{
    public const string LastDirector =
        "This is the only director, so nothing was changed. Make another member a director first, then come back.";

    public static bool LeavesNoDirector(IEnumerable<(Guid Id, Role Roles)> members, Guid changed, Role becomes) =>
        !members.Any(m => (m.Id == changed ? becomes : m.Roles).HasFlag(Role.Director));
}
