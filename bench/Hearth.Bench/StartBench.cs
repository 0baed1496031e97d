using System.Diagnostics;
using Hearth.Foundation;

namespace Hearth.Bench;

/// <summary>A second `./hearth demo`: from the command to the first page, and what it holds in memory when idle.</summary>
internal static class StartBench
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        var home = Installation.FromEnvironment(null, null).Home;
        var folder = Directory.CreateTempSubdirectory("hearth-bench-").FullName;
        try
        {
            await StartAsync(home, folder); // fills the network
            var times = new List<double>();
            var memory = 0.0;
            for (var i = 0; i < 3; i++)
            {
                (var seconds, memory) = await StartAsync(home, folder);
                times.Add(seconds);
            }
            times.Sort();
            yield return Figure.AtMost("start.second", times[1], "s", 3);
            yield return Figure.AtMost("start.idle-memory", memory, "MB", 200);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, double Megabytes)> StartAsync(string home, string folder)
    {
        var port = FreePort();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(home, "hearth"), ["demo", "--port", $"{port}", "--data", folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (!await AnswersAsync(client, port))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException("The demo did not start.");
            }
            await Task.Delay(10);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(4));
        process.Refresh();
        var megabytes = process.WorkingSet64 / 1e6;
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await process.WaitForExitAsync();
        }
        return (seconds, megabytes);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync($"http://127.0.0.1:{port}/");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
