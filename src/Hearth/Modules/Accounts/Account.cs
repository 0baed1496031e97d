using Hearth.Foundation.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts;

/// <summary>Someone who signs in. What they may do is told by their memberships, never by the account.</summary>
[Holds(RecordClass.Workforce)]
public sealed class Account : IdentityUser<Guid>
{
    public const int NameLength = 100;

    public required string DisplayName { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
