using System.Diagnostics;
using System.Text;

namespace Hearth.Bench;

/// <summary>
/// A server-rendered list of 20 contacts: requests per second beside a small file that the same server only hands out,
/// first byte, and what it weighs on a first and on a later visit.
/// </summary>
internal static class PagesBench
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await using var server = await BenchServer.StartAsync(options.Contacts ?? 20_000);
        var time = TimeSpan.FromSeconds(options.Seconds);
        var list = server.Get($"{server.Path}/support");
        var today = server.Get(server.Path);
        var file = server.Get("/mark.svg");
        await GetAsync(server, list, 16, TimeSpan.FromSeconds(15));
        await GetAsync(server, today, 16, TimeSpan.FromSeconds(5));
        await GetAsync(server, file, 16, TimeSpan.FromSeconds(5));

        var files = (await GetAsync(server, file, 16, time)).PerSecond;
        yield return Figure.AtLeast(
            "pages.list",
            (await GetAsync(server, list, 16, time)).PerSecond,
            "pages/s",
            2000,
            files
        );
        yield return Figure.AtLeast(
            "pages.today",
            (await GetAsync(server, today, 16, time)).PerSecond,
            "pages/s",
            2000,
            files
        );
        yield return Figure.AtMost("pages.first-byte-p50", await FirstByteAsync(server, list, time / 2), "ms", 10);

        using var visitor = new RawHttp(server.Host, server.Port);
        var page = (await visitor.SendAsync(server.Get($"{server.Path}/support", compressed: true))).Bytes;
        var assets = 0;
        foreach (var asset in await server.AssetsAsync($"{server.Path}/support"))
        {
            assets += (await OkAsync(visitor, server.Get(asset, compressed: true))).Bytes;
        }
        yield return Figure.AtMost("pages.cold", (page + assets) / 1000.0, "kB", 120);
        yield return Figure.AtMost("pages.warm", page / 1000.0, "kB", 20);
    }

    private static Task<LoadResult> GetAsync(BenchServer server, byte[] request, int clients, TimeSpan time) =>
        Load.RunAsync(
            clients,
            time,
            _ =>
            {
                var http = new RawHttp(server.Host, server.Port);
                return (() => OkAsync(http, request), http);
            }
        );

    /// <summary>The median wait of one client alone, in milliseconds, until the answer begins.</summary>
    private static async Task<double> FirstByteAsync(BenchServer server, byte[] request, TimeSpan time)
    {
        using var http = new RawHttp(server.Host, server.Port);
        var waits = new List<double>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; )
        {
            await OkAsync(http, request);
            waits.Add(http.FirstByte.TotalMilliseconds);
        }
        waits.Sort();
        return waits[waits.Count / 2];
    }

    private static async Task<(int Status, int Bytes)> OkAsync(RawHttp http, byte[] request)
    {
        var answer = await http.SendAsync(request);
        return answer.Status == 200
            ? answer
            : throw new InvalidOperationException(
                $"{Encoding.ASCII.GetString(request).Split('\r')[0]} answered {answer.Status}."
            );
    }
}
