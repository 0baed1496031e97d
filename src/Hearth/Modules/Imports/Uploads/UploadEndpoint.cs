using Hearth.Foundation.Access;
using Hearth.Foundation.Exports;
using Hearth.Foundation.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hearth.Modules.Imports.Uploads;

/// <summary>
/// Takes a sheet from the form, straight into its file: the parts are read as they come. The form's token is its first
/// part, and is checked before a byte of the sheet is kept.
/// </summary>
internal static class UploadEndpoint
{
    private const long FormAround = 1 << 16;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/o/{organization}/imports/upload", TakeAsync)
            .Allow(Role.Leads)
            .WithMetadata(new Limit(UploadFolder.MostBytes + FormAround));
        routes.MapGet("/o/{organization}/imports/{id:guid}/problems.csv", ProblemsAsync).Allow(Role.Leads);
    }

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    /// <summary>A sentence on its way through an address, which nobody else can have written.</summary>
    public static ITimeLimitedDataProtector Sentences(IDataProtectionProvider protection) =>
        protection.CreateProtector("imports/refusal").ToTimeLimitedDataProtector();

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        Access access,
        IAntiforgery antiforgery,
        UploadFolder uploads,
        ImportDesk desk,
        IDataProtectionProvider protection
    )
    {
        var back = access.RequireOrganization().Path + "/imports/new";
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary
        )
        {
            return Results.BadRequest();
        }
        // The token's part is read whole, so it may be no longer than a token; the sheet's is read as it comes.
        var parts = new MultipartReader(boundary, http.Request.Body) { BodyLengthLimit = FormAround };
        try
        {
            var token = await parts.ReadNextSectionAsync(http.RequestAborted);
            if (token is null || !await IsOursAsync(http, token, antiforgery))
            {
                return Results.BadRequest();
            }
            parts.BodyLengthLimit = null;
            var sheet = await parts.ReadNextSectionAsync(http.RequestAborted);
            if (sheet?.AsFileSection() is not { FileStream: { } content } file || file.FileName.Length == 0)
            {
                return SeeOther(back + "?problem=none");
            }
            if (await uploads.TakeAsync(content, http.RequestAborted) is not { } stored)
            {
                return SeeOther(back + "?problem=large");
            }
            if (stored.Size == 0)
            {
                uploads.Delete(stored.StoredAs);
                return SeeOther(back + "?problem=empty");
            }
            var (begun, refusal) = await desk.BeginAsync(file.FileName, stored);
            return SeeOther(
                begun is null
                    ? $"{back}?said={Sentences(protection).Protect(refusal!, TimeSpan.FromMinutes(10))}"
                    : $"{access.RequireOrganization().Path}/imports/{begun.Id}/map"
            );
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        catch (InvalidDataException)
        {
            return Results.BadRequest();
        }
    }

    private static async Task<bool> IsOursAsync(HttpContext http, MultipartSection token, IAntiforgery antiforgery)
    {
        if (token.AsFormDataSection() is not { Name: "__RequestVerificationToken" } field)
        {
            return false;
        }
        // The header is where the token is looked for without reading the whole form.
        http.Request.Headers["RequestVerificationToken"] = await field.GetValueAsync(http.RequestAborted);
        return await FormToken.IsOursAsync(http, antiforgery);
    }

    private static async Task<IResult> ProblemsAsync(
        Guid id,
        HttpContext http,
        Access access,
        ImportDesk desk,
        UploadFolder uploads
    )
    {
        if (
            await desk.FindAsync(id) is not { } sheet
            || uploads.OpenBeside(sheet.StoredAs, Beside.Problems) is not { } file
        )
        {
            return Results.NotFound();
        }
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file, CsvSafe.ContentType, $"{access.RequireOrganization().Slug}-rows-to-mend.csv");
    }

    private static IResult SeeOther(string location) => new SeeOtherResult(location);

    private sealed record SeeOtherResult(string Location) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = Location;
            return Task.CompletedTask;
        }
    }
}
