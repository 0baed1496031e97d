using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>A running server, as its <c>postmaster.pid</c> describes it.</summary>
internal sealed partial record Postmaster(int Pid, string DataFolder, string SocketDirectory, string Status)
{
    /// <summary>Only names the socket: no port is opened.</summary>
    public const int Port = 5432;

    private const int Interrupt = 2;

    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");

    public static string SocketIn(string folder) => Path.Combine(folder, $".s.PGSQL.{Port}");

    public static Postmaster? Read(string dataFolder)
    {
        try
        {
            var lines = File.ReadAllLines(FileIn(dataFolder));
            return lines.Length >= 5 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                ? new Postmaster(Math.Abs(pid), dataFolder, lines[4], lines.Length > 7 ? lines[7].Trim() : "starting")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public bool IsReady => Status == "ready" && Answers();

    /// <summary>
    /// True when the process is still a PostgreSQL server on this folder. A number alone proves nothing: after a
    /// crash or in a fresh container another program may have got it.
    /// </summary>
    public bool IsAlive()
    {
        if (Kill(Pid, 0) != 0)
            return false;
        if (!Directory.Exists("/proc/self"))
            return Answers();
        try
        {
            return File.ReadAllText($"/proc/{Pid}/cmdline").Contains(DataFolder, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Takes away what a dead server left: PostgreSQL itself looks only at whether the number in these files is some
    /// process's, which another program, or a killed server nobody has buried yet, can have.
    /// </summary>
    public void Bury()
    {
        if (Directory.Exists(SocketDirectory))
        {
            File.Delete(SocketIn(SocketDirectory) + ".lock");
            File.Delete(SocketIn(SocketDirectory));
        }
        File.Delete(FileIn(DataFolder));
    }

    /// <summary>A fast shutdown: sessions end, everything committed is kept.</summary>
    public void AskToStop() => _ = Kill(Pid, Interrupt);

    private bool Answers()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(SocketIn(SocketDirectory)));
            return true;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
