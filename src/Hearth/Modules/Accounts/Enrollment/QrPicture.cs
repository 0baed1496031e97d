using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>A QR code as inline SVG: dark on white in every theme, since cameras want it so.</summary>
internal static class QrPicture
{
    private const int Quiet = 4;

    public static MarkupString Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // QRCoder brings four empty modules around already.
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = Quiet; y < rows.Count - Quiet; y++)
        {
            for (var x = Quiet; x < rows[y].Count - Quiet; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        return new MarkupString(
            $"""
            <svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="QR code for the authenticator; the key is written below it"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{path}"/></svg>
            """
        );
    }
}
