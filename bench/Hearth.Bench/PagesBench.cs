using System.Text;

namespace Hearth.Bench;

/// <summary>A server-rendered list of contacts: requests per second, first byte, and what it weighs cold and warm.</summary>
internal static class PagesBench
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await using var server = await BenchServer.StartAsync(options.Contacts ?? 20_000);
        var time = TimeSpan.FromSeconds(options.Seconds);
        var list = server.Get($"{server.Path}/support");
        var plain = server.Get("/health");
        await GetAsync(server, list, 16, TimeSpan.FromSeconds(15));
        await GetAsync(server, plain, 16, TimeSpan.FromSeconds(2));

        var hello = await GetAsync(server, plain, 16, time);
        var pages = await GetAsync(server, list, 16, time);
        yield return Figure.AtLeast("pages.list", pages.PerSecond, "pages/s", 2000, hello.PerSecond);
        var today = await GetAsync(server, server.Get(server.Path), 16, time);
        yield return Figure.AtLeast("pages.today", today.PerSecond, "pages/s", 2000, hello.PerSecond);
        var alone = await GetAsync(server, list, 1, time / 2);
        yield return Figure.AtMost("pages.first-byte-p50", alone.Quantile(0.5), "ms", 10);

        var (_, page) = await new RawHttp(server.Host, server.Port).SendAsync(
            server.Get($"{server.Path}/support", compressed: true)
        );
        var assets = 0;
        foreach (var asset in await server.AssetsAsync($"{server.Path}/support"))
        {
            assets += (
                await new RawHttp(server.Host, server.Port).SendAsync(server.Get(asset, compressed: true))
            ).Bytes;
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
                Func<Task> once = async () =>
                {
                    var (status, _) = await http.SendAsync(request);
                    if (status != 200)
                    {
                        throw new InvalidOperationException(
                            $"{Encoding.ASCII.GetString(request).Split('\r')[0]} answered {status}."
                        );
                    }
                };
                return (once, http);
            }
        );
}
