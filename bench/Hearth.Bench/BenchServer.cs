using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Demo;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench;

/// <summary>A real server on a real, durable database in a folder of its own, with a signed-in coordinator.</summary>
internal sealed partial class BenchServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly RunningDatabase running;
    private readonly WebApplication app;
    private string cookies = "";
    private string token = "";

    private BenchServer(string folder, RunningDatabase running, WebApplication app) =>
        (this.folder, this.running, this.app) = (folder, running, app);

    public HearthDatabase Database => running.Database;
    public string Host => "127.0.0.1";
    public int Port { get; private set; }
    public string Path { get; private set; } = "";
    public Guid OrganizationId { get; private set; }
    public Guid ProgramId { get; private set; }
    public string Program { get; private set; } = "";

    /// <summary>Where the installation keeps its data; files put here go with it.</summary>
    public string Folder => folder;

    /// <summary>A unit of work as the organization's own.</summary>
    public AsyncServiceScope Enter()
    {
        var scope = app.Services.CreateAsyncScope();
        var organization = OrganizationLookup.FindAsync(Database, Path.Split('/')[^1]).GetAwaiter().GetResult()!;
        scope.ServiceProvider.GetRequiredService<Access>().EnterAsCommandLine(organization, "bench");
        return scope;
    }

    public static async Task<BenchServer> StartAsync(int contacts)
    {
        var folder = Directory.CreateTempSubdirectory("hearth-bench-").FullName;
        var home = Installation.FromEnvironment(null, null).Home;
        var installation = new Installation(home, folder, Environment.GetEnvironmentVariable("HEARTH_BENCH_DATABASE"));
        var running = await RunningDatabase.StartAsync(installation);
        await DemoNetwork.FillAsync(
            running.Database,
            installation.OpenKeyring(),
            new DemoScale(contacts),
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            new Progress<string>()
        );
        var app = Web.Build(new WebSettings(installation, "http://127.0.0.1:0", IsDemo: true), running.Database);
        await app.StartAsync();
        var server = new BenchServer(folder, running, app);
        await server.SignInAsync();
        return server;
    }

    private async Task SignInAsync()
    {
        var address = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        Port = address.Port;
        var jar = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = address };
        using var home = await client.GetAsync("/demo/as/" + Personas.Coordinator);
        home.EnsureSuccessStatusCode();
        Path = home.RequestMessage!.RequestUri!.AbsolutePath;
        var html = await home.Content.ReadAsStringAsync();
        token = Token().Match(html).Groups[1].Value;
        Program = ProgramSlug().Match(html).Groups[1].Value;
        cookies = jar.GetCookieHeader(address);
        await using var find = Database.Owner.CreateCommand(
            "select o.id, p.id from organizations o join programs p on p.organization_id = o.id where o.slug = $1 and p.slug = $2"
        );
        find.Parameters.Add(new() { Value = Path.Split('/')[^1] });
        find.Parameters.Add(new() { Value = Program });
        await using var row = await find.ExecuteReaderAsync();
        await row.ReadAsync();
        (OrganizationId, ProgramId) = (row.GetGuid(0), row.GetGuid(1));
    }

    public byte[] Get(string path, bool compressed = false) =>
        Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nCookie: {cookies}\r\n{(compressed ? "Accept-Encoding: br, gzip\r\n" : "")}\r\n"
        );

    public byte[] QuickRecord(Guid id)
    {
        var body =
            $"__RequestVerificationToken={Uri.EscapeDataString(token)}&id={id}&program={Program}&kind=conversation&people=1";
        return Encoding.ASCII.GetBytes(
            $"POST {Path}/support/quick HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nCookie: {cookies}\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    /// <summary>The files that a page brings with it: stylesheets, scripts, its mark.</summary>
    public async Task<IReadOnlyList<string>> AssetsAsync(string path)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{Port}"),
        };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        var html = await client.GetStringAsync(path);
        return [.. Asset().Matches(html).Select(m => "/" + m.Groups[1].Value.TrimStart('/')).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"program\" value=\"([^\"]+)\"")]
    private static partial Regex ProgramSlug();

    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Asset();
}
