namespace Hearth.Foundation.Database.Postgres;

/// <summary>The system user that the server runs as; <see cref="Name"/> is null for the present one.</summary>
internal sealed record SystemUser(string? Name)
{
    private const string Ours = "hearth";
    private const string LastResort = "nobody";

    public static readonly SystemUser Current = new((string?)null);

    /// <summary>
    /// PostgreSQL refuses to run as root, so root lends the server to the owner of the data, or to a system user
    /// without a shell or home.
    /// </summary>
    public static async Task<SystemUser> ForAsync(string dataFolder, CancellationToken stop)
    {
        if (!Environment.IsPrivilegedProcess)
            return Current;
        if (Directory.Exists(dataFolder) && await OwnerAsync(dataFolder, stop) is { } owner and not "root")
            return new SystemUser(owner);
        if (await ExistsAsync(Ours, stop) || await AddAsync(stop) || await ExistsAsync(Ours, stop))
            return new SystemUser(Ours);
        return new SystemUser(LastResort);
    }

    public async Task OwnAsync(string path, CancellationToken stop)
    {
        if (Name is null)
            return;
        var result = await Command.RunAsync("chown", ["-RhP", Name, path], stop);
        if (!result.Succeeded)
            throw new HearthException($"The folder {path} could not be given to the user {Name}: {result.Output}");
    }

    public async Task<bool> CanAsync(string test, string path, CancellationToken stop) =>
        Name is null
        || (await Command.RunAsync(this, "/bin/sh", ["-c", $"test {test} \"$0\"", path], "", stop)).Succeeded;

    private static async Task<string?> OwnerAsync(string path, CancellationToken stop)
    {
        var format = OperatingSystem.IsMacOS() ? "-f" : "-c";
        var name = OperatingSystem.IsMacOS() ? "%Su" : "%U";
        var result = await Command.RunAsync("stat", ["-L", format, name, path], stop);
        return result.Succeeded && result.Output != "UNKNOWN" ? result.Output : null;
    }

    private static async Task<bool> ExistsAsync(string name, CancellationToken stop) =>
        (await Command.RunAsync("id", ["-u", name], stop)).Succeeded;

    private static async Task<bool> AddAsync(CancellationToken stop)
    {
        const string program = "/usr/sbin/useradd";
        string[] arguments = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", Ours];
        return File.Exists(program) && (await Command.RunAsync(program, arguments, stop)).Succeeded;
    }
}
