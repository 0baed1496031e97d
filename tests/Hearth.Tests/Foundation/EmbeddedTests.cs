using System.Diagnostics;
using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Tests.Foundation;

public sealed class EmbeddedTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("hearth-test-").FullName;

    public EmbeddedTests() => File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.OtherExecute);

    public void Dispose()
    {
        var database = new DirectoryInfo(Path.Combine(folder, "data", "postgres"));
        if (database.LinkTarget is { } elsewhere)
            Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await StartAsync())
        {
            Assert.True(first.IsNew);
            Assert.Equal(18, first.Version.Major);
            await RunAsync(first, "CREATE TABLE note(words text); INSERT INTO note VALUES ('kept')");
        }
        await using var second = await StartAsync();
        Assert.False(second.IsNew);
        Assert.Equal("kept", await AskAsync(second, "SELECT words FROM note"));
    }

    [Fact]
    public async Task The_server_stops_with_the_last_one_that_uses_it()
    {
        var server = await StartAsync();
        var command = await StartAsync();
        Assert.Equal(server.SocketDirectory, command.SocketDirectory);
        await server.DisposeAsync();
        Assert.Equal("1", await AskAsync(command, "SELECT 1"));
        await command.DisposeAsync();
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Two_starts_at_once_share_one_server()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        Assert.Single(both, server => server.IsNew);
        Assert.Equal(both[0].SocketDirectory, both[1].SocketDirectory);
        await both[0].DisposeAsync();
        await both[1].DisposeAsync();
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_killed_server_recovers_what_was_committed()
    {
        await using (var first = await StartAsync(durable: true))
        {
            await RunAsync(first, "CREATE TABLE note(words text); INSERT INTO note VALUES ('kept')");
            using var postgres = Process.GetProcessById(Pid());
            postgres.Kill();
            await postgres.WaitForExitAsync();
            Assert.True(File.Exists(PidFile));
            await using var second = await StartAsync(durable: true);
            Assert.Equal("kept", await AskAsync(second, "SELECT words FROM note"));
        }
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_stale_pid_that_another_program_got_meanwhile_does_not_keep_it_from_starting()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            PidFile,
            $"{Environment.ProcessId}\n{Database}\n1700000000\n5432\n{Database}\n\n  1  2\nready   \n"
        );
        await File.WriteAllTextAsync(
            Path.Combine(Database, ".s.PGSQL.5432.lock"),
            $"{Environment.ProcessId}\n{Database}\n1700000000\n5432\n{Database}\n"
        );
        await using var server = await StartAsync();
        Assert.Equal("1", await AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task The_password_is_readable_by_its_owner_only_and_a_wrong_one_is_refused()
    {
        await using var server = await StartAsync();
        var secret = Path.Combine(folder, "data", "keys", "postgres.secret");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "wrong" };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task A_lost_password_is_replaced_by_the_next_start()
    {
        await (await StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(folder, "data", "keys", "postgres.secret"));
        await using var server = await StartAsync();
        Assert.Equal("1", await AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task No_port_is_opened()
    {
        await using var server = await StartAsync();
        Assert.Equal("", await AskAsync(server, "SHOW listen_addresses"));
        Assert.Equal("on", await AskAsync(server, "SHOW data_checksums"));
        Assert.Equal("UTF8", await AskAsync(server, "SHOW server_encoding"));
    }

    [Fact]
    public async Task A_failed_statement_leaves_no_words_in_the_log()
    {
        await using var server = await StartAsync();
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(server, "SELECT 'a private word'::int"));
        Assert.DoesNotContain("private", await File.ReadAllTextAsync(Path.Combine(folder, "data", "postgres.log")));
    }

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_works_too()
    {
        var deep = Path.Combine(folder, new string('d', 90), "it's a deep one");
        string socket;
        await using (var server = await Embedded.StartAsync(Options(deep)))
        {
            socket = server.SocketDirectory;
            Assert.Equal("1", await AskAsync(server, "SELECT 1"));
        }
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task Data_of_another_major_version_is_left_alone_and_says_what_to_do()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Database, "PG_VERSION"), "17\n");
        var refusal = await Assert.ThrowsAsync<HearthException>(() => StartAsync());
        Assert.Contains("PostgreSQL 17", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("./hearth backup", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_was_cut_off_while_making_the_folder_begins_again()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data", "postgres.new", "base"));
        await using var server = await StartAsync();
        Assert.True(server.IsNew);
    }

    [Fact]
    public async Task Programs_and_data_in_a_closed_folder_work_too()
    {
        File.SetUnixFileMode(folder, OwnerOnly);
        var options = Options("data") with { BinariesRoot = CopyPrograms(Path.Combine(folder, "programs")) };
        await using (var first = await Embedded.StartAsync(options))
        {
            await RunAsync(first, "CREATE TABLE note(words text); INSERT INTO note VALUES ('kept')");
        }
        await using var second = await Embedded.StartAsync(options);
        Assert.Equal("kept", await AskAsync(second, "SELECT words FROM note"));
        Assert.True(File.Exists(Path.Combine(folder, "data", "postgres.log")));
        var isElsewhere = new DirectoryInfo(Database).LinkTarget is not null;
        Assert.Equal(Environment.IsPrivilegedProcess, isElsewhere);
    }

    [Fact]
    public async Task Missing_programs_say_what_to_run()
    {
        var options = Options("data") with { BinariesRoot = folder };
        var refusal = await Assert.ThrowsAsync<HearthException>(() => Embedded.StartAsync(options));
        Assert.Contains("npm ci", refusal.Message, StringComparison.Ordinal);
    }

    private static string CopyPrograms(string target)
    {
        Directory.CreateDirectory(target);
        using var copy = Process.Start("cp", ["-R", EmbeddedOptions.ForHome(Repository.Root, "").BinariesRoot, target]);
        copy.WaitForExit();
        return Path.Combine(target, "@embedded-postgres");
    }

    private string Database => Path.Combine(folder, "data", "postgres");
    private string PidFile => Path.Combine(Database, "postmaster.pid");

    private int Pid() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private EmbeddedOptions Options(string name) =>
        EmbeddedOptions.ForHome(Repository.Root, Path.Combine(folder, name)) with
        {
            Durable = false,
        };

    private Task<Embedded> StartAsync(bool durable = false) =>
        Embedded.StartAsync(Options("data") with { Durable = durable });

    private static async Task RunAsync(Embedded server, string sql) => await AskAsync(server, sql);

    private static async Task<string?> AskAsync(Embedded server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
