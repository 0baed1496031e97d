using System.Threading.RateLimiting;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts.Enrollment;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Accounts.Identity;

/// <summary>Identity's services: passkeys first, a password only with a second step.</summary>
internal static class IdentitySetup
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddDbContext<AccountsDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<HearthDatabase>().App),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services
            .AddIdentityCore<Account>(Configure)
            .AddUserStore<AccountStore>()
            .AddSignInManager<SignIns>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeDigits>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, SessionCookie.Configure);
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme,
            options =>
            {
                options.Cookie.Name = "hearth.step";
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }
        );
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<WebSettings>(
                (options, settings) =>
                {
                    options.ServerDomain = settings.PublicHost;
                    options.ResidentKeyRequirement = "required";
                    options.UserVerificationRequirement = "required";
                }
            );
        services.AddRateLimiter(_ => { });
        services
            .AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<WebSettings>(SignInLimit.Configure);
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = false;
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }
}

/// <summary>How often one address may try to get in.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    public static void Configure(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options, WebSettings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(
            Policy,
            context =>
                HttpMethods.IsGet(context.Request.Method)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new() { PermitLimit = settings.SignInTriesPerMinute, Window = TimeSpan.FromMinutes(1) }
                    )
        );
    }
}
