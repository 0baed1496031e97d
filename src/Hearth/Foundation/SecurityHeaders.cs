namespace Hearth.Foundation;

/// <summary>What every answer tells the browser: only our own files run, nobody frames us, no address leaks out.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string NotKept = "no-cache, no-store";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // A shared tablet keeps no page of theirs for whoever goes back after signing out.
    private static readonly PathString[] Private = ["/o", "/account", "/join", "/setup", "/sign-in", "/problem"];

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)";
        var asked = context.Request.Path;
        if (asked == "/" || Private.Any(path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            headers.CacheControl = NotKept;
        }
        return next(context);
    }
}
