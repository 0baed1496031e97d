using System.Globalization;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>The server's settings, given with every start so that a new version of Hearth brings its own.</summary>
internal static class Settings
{
    private const long Megabyte = 1024 * 1024;

    public static string CommandLine(EmbeddedOptions options, string socketFolder) =>
        string.Join(' ', All(options, socketFolder).Select(s => $"-c {s.Key}={Quoted(s.Value)}"));

    private static Dictionary<string, string> All(EmbeddedOptions options, string socketFolder)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cluster_name"] = "hearth",
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = $"\"{socketFolder}\"",
            ["unix_socket_permissions"] = "0700",
            ["port"] = Postmaster.Port.ToString(CultureInfo.InvariantCulture),
            ["max_connections"] = "100",
            ["shared_buffers"] = SharedBuffers(),
            ["wal_compression"] = "on",
            ["jit"] = "off",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            // A failed statement is its caller's to report: here it could put a person's words in the log.
            ["log_min_messages"] = "log",
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
            ["log_checkpoints"] = "off",
        };
        var durable = options.Durable ? "on" : "off";
        foreach (var name in (string[])["fsync", "synchronous_commit", "full_page_writes"])
            settings[name] = durable;
        foreach (var (name, value) in options.Settings ?? new Dictionary<string, string>())
            settings[name] = value;
        return settings;
    }

    /// <summary>An eighth of the memory that this machine or container has, between 32 and 256 MB.</summary>
    private static string SharedBuffers()
    {
        var eighth = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / Megabyte;
        return $"{Math.Clamp(eighth, 32, 256)}MB";
    }

    /// <summary>pg_ctl hands these words to a shell.</summary>
    private static string Quoted(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
