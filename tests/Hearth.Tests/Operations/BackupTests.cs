using System.IO.Compression;
using Hearth.Foundation;
using Hearth.Foundation.Backups;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Tests.Audit;
using Npgsql;

namespace Hearth.Tests.Operations;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hearth-backup-").FullName;
    private string Backup => Path.Combine(folder, "hearth.backup");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_comes_back_is_what_was_there_and_its_audit_is_whole()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);

        await RestoreAsync(source.Keyring, target.ConnectionString);

        await using var restored = await DatabaseConnection.OpenAsync(target.ConnectionString, "restore tests");
        Assert.Equal(await ContentAsync(source.Database.Owner), await ContentAsync(restored.Owner));
        var report = await new Hearth.Foundation.Audit.AuditVerification(restored, source.Keyring).RunAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(16, report.Entries);
    }

    [Fact]
    public async Task A_backup_goes_into_another_major_version_and_back()
    {
        await using var other = await OtherPostgres.StartAsync();
        Assert.SkipWhen(
            other is null,
            "No second PostgreSQL is installed here: install the package postgresql, or name one in HEARTH_TEST_DATABASE."
        );
        await using var source = await FilledAsync();
        await using var back = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        await RestoreAsync(source.Keyring, other.ConnectionString);
        await using var there = NpgsqlDataSource.Create(other.ConnectionString + ";Pooling=false");
        Assert.NotEqual(await VersionAsync(there), await VersionAsync(source.Database.Owner));

        File.Delete(Backup);
        await BackupWriter.WriteAsync(there, source.Keyring, Backup, TimeProvider.System);
        await RestoreAsync(source.Keyring, back.ConnectionString);

        await using var restored = await DatabaseConnection.OpenAsync(back.ConnectionString, "restore tests");
        Assert.Equal(await ContentAsync(source.Database.Owner), await ContentAsync(restored.Owner));
        Assert.Empty((await new Hearth.Foundation.Audit.AuditVerification(restored, source.Keyring).RunAsync()).Faults);
    }

    [Fact]
    public async Task A_restored_database_brings_its_own_key_forward_and_keeps_the_one_before()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var owner = NpgsqlDataSource.Create(test.ConnectionString + ";Pooling=false");
        var installation = new Installation(Repository.Root, folder, null);
        await InstallationKey.MatchAsync(owner, installation);
        var before = InstallationKey.Present(installation)!;
        var keyring = new Keyring(Enumerable.Repeat((byte)7, 32).ToArray());
        await RunAsync(owner, $"update installation set key_fingerprint = '{keyring.Fingerprint}'");

        var refused = await Assert.ThrowsAsync<HearthException>(() => InstallationKey.MatchAsync(owner, installation));
        Assert.Contains("not the one this database was made with", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, InstallationKey.Present(installation));

        InstallationKey.Lay(installation, keyring.Fingerprint, string.Concat(Enumerable.Repeat("07", 32)));
        await InstallationKey.MatchAsync(owner, installation);
        Assert.Equal(keyring.Fingerprint, InstallationKey.Present(installation));
        Assert.True(File.Exists(InstallationKey.Beside(installation, before)));
    }

    [Fact]
    public async Task The_audit_goes_on_where_it_was_after_a_restore()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        await RestoreAsync(source.Keyring, target.ConnectionString);
        await using var restored = await DatabaseConnection.OpenAsync(target.ConnectionString, "restore tests");
        await RunAsync(
            restored.Owner,
            $"insert into audit_entries (organization_id, id, at, actor, action, subject) values ('{source.Lantern}', gen_random_uuid(), now(), 'Hazel', 'added', 'sites')"
        );

        Assert.Equal(1, await new Hearth.Foundation.Audit.AuditSealer(restored, source.Keyring).SealAsync());

        var report = await new Hearth.Foundation.Audit.AuditVerification(restored, source.Keyring).RunAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(9, report.Heads[source.Lantern].Position);
    }

    [Fact]
    public async Task Months_folded_for_reports_stay_behind_and_changes_are_noted_again_after_a_restore()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await source.RunAsync(
            $"insert into report_months values ('{source.Lantern}', '2026-03-01', pg_current_snapshot(), 1)"
        );
        await WriteAsync(source);
        await RestoreAsync(source.Keyring, target.ConnectionString);

        await using var owner = NpgsqlDataSource.Create(target.ConnectionString + ";Pooling=false");
        Assert.Equal(0L, await NumberAsync(owner, "select count(*) from report_months"));
        // Always: also when a bulk load puts its checks off.
        Assert.Equal(
            7L,
            await NumberAsync(
                owner,
                "select count(*) from pg_trigger where tgname like 'note_%_for_reports' and tgenabled = 'A'"
            )
        );
    }

    [Fact]
    public async Task A_number_given_out_before_the_backup_is_not_given_out_again()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        await RestoreAsync(source.Keyring, target.ConnectionString);
        await using var owner = NpgsqlDataSource.Create(target.ConnectionString);

        await RunAsync(owner, "insert into account_claims (user_id, claim_type) select id, 'b' from accounts");

        Assert.Equal(2L, await NumberAsync(owner, "select max(id)::bigint from account_claims"));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public async Task A_backup_cut_short_is_refused_and_changes_nothing(double share)
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        await using (var file = File.OpenWrite(Backup))
        {
            file.SetLength((long)(file.Length * share));
        }

        var refused = await Assert.ThrowsAsync<HearthException>(() =>
            RestoreAsync(source.Keyring, target.ConnectionString)
        );

        Assert.Contains(
            "not a whole, unaltered backup. Nothing was changed.",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await TablesAsync(target));
    }

    [Fact]
    public async Task A_backup_with_one_row_altered_is_refused_and_changes_nothing()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        Rewrite(
            BackupTable.EntryOf("organizations"),
            text => text.Replace("lantern", "lanterm", StringComparison.Ordinal)
        );

        await Assert.ThrowsAsync<HearthException>(() => RestoreAsync(source.Keyring, target.ConnectionString));

        Assert.Equal(0, await TablesAsync(target));
    }

    [Fact]
    public async Task A_manifest_altered_to_fit_is_refused_for_want_of_the_key()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await WriteAsync(source);
        Rewrite(
            BackupWriter.ManifestEntry,
            text => text.Replace("\"createdAt\": \"20", "\"createdAt\": \"19", StringComparison.Ordinal)
        );

        await Assert.ThrowsAsync<HearthException>(() => RestoreAsync(source.Keyring, target.ConnectionString));
    }

    [Fact]
    public async Task A_backup_of_a_newer_schema_is_refused()
    {
        await using var source = await FilledAsync();
        await using var target = await TestDatabase.CreateEmptyAsync();
        await RunAsync(
            source.Database.Owner,
            "insert into schema_migrations (number, name, hash) values (9999, 'later', 'x')"
        );
        await WriteAsync(source);

        var refused = await Assert.ThrowsAsync<HearthException>(() =>
            RestoreAsync(source.Keyring, target.ConnectionString)
        );

        Assert.Contains("newer Hearth", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await TablesAsync(target));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_only_replaced_when_told_to()
    {
        await using var source = await FilledAsync();
        await using var target = await FilledAsync();
        await WriteAsync(source);
        await target.Database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();

        var refused = await Assert.ThrowsAsync<HearthException>(() =>
            RestoreAsync(source.Keyring, target.ConnectionString)
        );
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        await RestoreAsync(source.Keyring, target.ConnectionString, replace: true);

        await using var owner = NpgsqlDataSource.Create(target.ConnectionString + ";Pooling=false");
        Assert.Equal(await ContentAsync(source.Database.Owner), await ContentAsync(owner));
    }

    [Fact]
    public async Task A_database_in_use_is_left_alone()
    {
        await using var source = await FilledAsync();
        await WriteAsync(source);
        await using var user = await source.Database.Owner.OpenConnectionAsync();

        var refused = await Assert.ThrowsAsync<HearthException>(() =>
            RestoreAsync(source.Keyring, source.ConnectionString, replace: true)
        );

        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_backup_and_its_key_are_for_their_owner_alone_and_the_backup_holds_no_key()
    {
        await using var source = await FilledAsync();
        var installation = new Installation(Repository.Root, folder, null);
        var fingerprint = installation.OpenKeyring().Fingerprint;
        await BackupWriter.WriteAsync(source.Database.Owner, installation.OpenKeyring(), Backup, TimeProvider.System);
        BackupKey.Write(installation, Backup);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupKey.PathFor(Backup)));
        var key = File.ReadAllText(installation.RootKeyFile).Trim();
        Assert.All(Entries(), e => Assert.DoesNotContain(key, e, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            fingerprint,
            BackupKey
                .Find(new Installation(Repository.Root, Path.Combine(folder, "new"), null), Backup, fingerprint)
                .Fingerprint
        );
    }

    [Fact]
    public void Without_its_key_a_backup_is_not_put_back()
    {
        var installation = new Installation(Repository.Root, folder, null);
        installation.OpenKeyring();

        var refused = Assert.Throws<HearthException>(() => BackupKey.Find(installation, Backup, "0123456789abcdef"));

        Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ChainedDatabase> FilledAsync()
    {
        var house = await ChainedDatabase.CreateAsync();
        await house.RunAsync("drop schema kept cascade");
        await house.RunAsync(
            $"""
            insert into accounts (id, display_name, created_at) values (gen_random_uuid(), E'Zoë \\N "tab\t" line\n\\. משה', now());
            insert into account_claims (user_id, claim_type) select id, 'a' from accounts;
            insert into sites (id, organization_id, name, address_sealed) values (gen_random_uuid(), '{house.Lantern}', '', E'\\x00ff0a5c')
            """.Replace("''", "'Ash Street'", StringComparison.Ordinal)
        );
        return house;
    }

    private Task<BackupManifest> WriteAsync(ChainedDatabase source) =>
        BackupWriter.WriteAsync(source.Database.Owner, source.Keyring, Backup, TimeProvider.System);

    private async Task RestoreAsync(Keyring keyring, string target, bool replace = false)
    {
        using var backup = BackupReader.Open(Backup);
        backup.Check(keyring);
        await new Restoration(backup, Backup).RunAsync(target, replace);
    }

    private void Rewrite(string entry, Func<string, string> change)
    {
        using var zip = ZipFile.Open(Backup, ZipArchiveMode.Update);
        var old = zip.GetEntry(entry)!;
        string text;
        using (var reader = new StreamReader(old.Open()))
        {
            text = reader.ReadToEnd();
        }
        old.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
        var changed = change(text);
        Assert.NotEqual(text, changed);
        writer.Write(changed);
    }

    private IEnumerable<string> Entries()
    {
        using var zip = ZipFile.OpenRead(Backup);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>Every row of every table, without what means nothing in another cluster.</summary>
    private static async Task<string> ContentAsync(NpgsqlDataSource owner)
    {
        await using var connection = await owner.OpenConnectionAsync();
        var all = new List<string>();
        foreach (var table in await TableCatalog.TablesAsync(connection, default))
        {
            await using var command = new NpgsqlCommand(
                $"select coalesce(string_agg(t::text, '|' order by t::text), '') from (select {table.QuotedColumns} from {table.Quoted}) t",
                connection
            );
            all.Add(
                table.Name + ": " + (table.Name == "installation" ? "" : (string)(await command.ExecuteScalarAsync())!)
            );
        }
        return string.Join('\n', all);
    }

    private static async Task<long> TablesAsync(TestDatabase target)
    {
        await using var owner = NpgsqlDataSource.Create(target.ConnectionString + ";Pooling=false");
        return await NumberAsync(owner, "select count(*) from pg_class where relnamespace = 'public'::regnamespace");
    }

    private static async Task<int> VersionAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return connection.PostgreSqlVersion.Major;
    }

    private static async Task<long> NumberAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
