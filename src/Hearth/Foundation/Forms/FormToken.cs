using Microsoft.AspNetCore.Antiforgery;

namespace Hearth.Foundation.Forms;

/// <summary>Whether a form was sent from a page of ours, for endpoints that ask it themselves.</summary>
public static class FormToken
{
    /// <summary>False also where what was sent is no form at all, on which the framework throws.</summary>
    public static async Task<bool> IsOursAsync(HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
