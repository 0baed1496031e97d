namespace Hearth.Foundation.Forms;

/// <summary>Return addresses that stay on this server.</summary>
public static class LocalPath
{
    /// <summary>
    /// The address when it is a path here, else the fallback: never another host, however it is dressed up. Browsers read a
    /// backslash as a slash and pass over tabs and line ends, so that "/", a tab and "/elsewhere" leave the server too.
    /// </summary>
    public static string OrElse(string? path, string fallback) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(c => c == '\\' || char.IsControl(c))
            ? path
            : fallback;
}
