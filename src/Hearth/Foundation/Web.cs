using System.IO.Compression;
using System.Net;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Foundation;

/// <summary>How a server is to run.</summary>
/// <param name="IsDemo">A synthetic network on this machine only: plain HTTP, sign-in by persona.</param>
public sealed record WebSettings(Installation Installation, string Urls, bool IsDemo = false)
{
    /// <summary>The name browsers know this server by; passkeys are bound to it.</summary>
    public string? PublicHost { get; init; }
    public bool Quiet { get; init; } = true;

    /// <summary>Takes the log's lines instead of the console.</summary>
    public ILoggerProvider? Logs { get; init; }

    /// <summary>How often one address may post to a page that signs in.</summary>
    public int SignInTriesPerMinute { get; init; } = 20;

    /// <summary>
    /// A refused password is answered after this at the earliest, whatever it took: an address that is not known, one that
    /// is, and one that rests would each take a time of their own.
    /// </summary>
    public TimeSpan RefusalTakes { get; init; } = TimeSpan.FromMilliseconds(600);
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Puts the application together: services and middleware in one place, modules found by themselves.</summary>
public static class Web
{
    public static WebApplication Build(WebSettings settings, HearthDatabase database)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Hearth",
                EnvironmentName = settings.IsDemo ? "Demo" : Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls(settings.Urls);
        // Finds wwwroot when run from the build folder; a published copy has its own.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        builder.Logging.ClearProviders();
        _ = settings.Logs is { } logs
            ? builder.Logging.AddProvider(logs)
            : builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // The key files are as safe as the folder that holds the root key; saying so at every start helps nobody.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A port that is taken is told in one sentence by the command; what stops a running server is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Its lines name the address that was asked for, and a one-time link is a secret.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // What the database refuses comes as an exception: who expects it answers for it, and the rest is logged as such.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
        builder.Logging.SetMinimumLevel(settings.Quiet ? LogLevel.Warning : LogLevel.Information);
        builder.Services.AddSingleton(settings);
        AddServices(builder.Services, settings.Installation, database, settings.Clock);
        AddWebServices(builder.Services, settings);

        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    /// <summary>What the command line and the server share.</summary>
    public static void AddServices(
        IServiceCollection services,
        Installation installation,
        HearthDatabase database,
        TimeProvider clock
    )
    {
        services.AddSingleton(installation);
        services.AddSingleton(database);
        services.AddSingleton(installation.OpenKeyring());
        services.AddSingleton(clock);
        services.AddScoped<Access.Access>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditVerification>();
        services.AddDbContext<Db>(
            options => options.UseNpgsql(database.App).AddInterceptors(new SessionInterceptor()),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddScoped(provider => new Lazy<Db>(provider.GetRequiredService<Db>));
        foreach (var module in Module.All)
        {
            module.Add(services);
        }
    }

    private static void AddWebServices(IServiceCollection services, WebSettings settings)
    {
        services.AddAccess();
        services.AddHostedService<SealingJob>();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hearth.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services
            .AddDataProtection()
            .SetApplicationName("hearth")
            .PersistKeysToFileSystem(SecretFile.Folder(Path.Combine(settings.Installation.Keys, "protection")));
        services.RememberOpened();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(o =>
            o.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
        );
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddHttpsRedirection(o => o.HttpsPort = 443);
    }

    // Plain HTTP is answered only to this machine under its own name: for the first start, and for trying things out.
    // A proxy in front says who asked and how, in X-Forwarded-* headers, which are believed from this machine alone.
    private static bool IsOwnMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    // Links and passkeys are made for the name that was asked for, and anybody can ask for any.
    private static Task AnswerUnderItsName(string name, HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (IsOwnMachine(context) || request.Host.Host.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }
        context.Response.Redirect(
            UriHelper.BuildAbsolute("https", new HostString(name), request.PathBase, request.Path, request.QueryString),
            permanent: false,
            preserveMethod: true
        );
        return Task.CompletedTask;
    }

    private static void Use(WebApplication app, WebSettings settings)
    {
        app.UseForwardedHeaders();
        if (settings.PublicHost is { } name)
        {
            app.Use((context, next) => AnswerUnderItsName(name, context, next));
        }
        // In scopes of their own: a page that broke off has used up the services of its request.
        app.UseExceptionHandler("/problem", createScopeForErrors: true);
        if (!settings.IsDemo)
        {
            app.UseHsts();
            app.UseWhen(context => !IsOwnMachine(context), outside => outside.UseHttpsRedirection());
        }
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowProblemsByGet);
        app.Use(ShowFormsThatAreGone);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        foreach (var module in Module.All)
        {
            module.Map(app);
        }
    }

    // A form that its page no longer has, because somebody else was quicker, is refused with a code and an empty page. Told
    // to be no page, it gets the one that tells of the problem.
    private static async Task ShowFormsThatAreGone(HttpContext context, RequestDelegate next)
    {
        var isSent = HttpMethods.IsPost(context.Request.Method);
        await next(context);
        if (isSent && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } refused)
        {
            refused.ContentType = null;
        }
    }

    // The page that tells of a problem is read, also where what went wrong was a form being sent; one that was refused
    // must not be refused again.
    private static Task ShowProblemsByGet(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
        {
            context.Request.Method = HttpMethods.Get;
            // It names whoever is signed in.
            context.Response.Headers.CacheControl = SecurityHeaders.NotKept;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        return next(context);
    }
}
