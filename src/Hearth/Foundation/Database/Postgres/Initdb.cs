namespace Hearth.Foundation.Database.Postgres;

/// <summary>How a data folder is made.</summary>
internal static class Initdb
{
    /// <summary>
    /// The built-in locale sorts by code point and never changes with the system's libraries, so an index survives
    /// an upgrade of the machine.
    /// </summary>
    public static string[] Arguments(string folder, string passwordFile, bool durable) =>
        [
            $"--pgdata={folder}",
            $"--username={Embedded.Owner}",
            $"--pwfile={passwordFile}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
}
