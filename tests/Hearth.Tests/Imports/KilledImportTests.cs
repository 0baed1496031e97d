using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hearth.Tests.Imports;

/// <summary>The command line as a process of its own: its answers, and what is left when it is killed.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 60_000;

    [Theory]
    [InlineData("copy staged_contacts%")]
    [InlineData("insert into support_contacts%")]
    public async Task An_import_that_is_killed_leaves_nothing_and_its_sheet_comes_in_whole_afterwards(string moment)
    {
        await using var house = await ImportHouse.OpenAsync();
        var sheet = await WriteAsync(house, Rows);
        using (var import = Start(house, sheet, "--program", "drop-in"))
        {
            await UntilAsync(
                house,
                $"select exists (select from pg_stat_activity where datname = current_database() and state = 'active' and ltrim(query) ilike '{moment}')",
                import
            );
            import.Kill();
            await import.WaitForExitAsync();
        }
        await UntilAsync(
            house,
            $"select not exists (select from pg_stat_activity where datname = current_database() and ltrim(query) ilike '{moment}' and state = 'active')"
        );
        Assert.Equal(0, await house.ContactsAsync());
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from imports"));
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from audit_entries where action = 'imported'"));

        var (exit, answer, _) = await RunAsync(house, sheet, "--program", "drop-in", "--json");
        Assert.Equal(0, exit);
        Assert.Equal(Rows, JsonDocument.Parse(answer).RootElement.GetProperty("contacts").GetInt32());
        Assert.Equal(Rows, await house.ContactsAsync());
        Assert.Equal(
            1,
            await house.ValueAsync<long>(
                "select count(*) from audit_seals s join audit_entries e on e.id = s.entry_id where e.action = 'imported'"
            )
        );
    }

    [Fact]
    public async Task What_the_command_cannot_know_it_names_with_the_option_that_answers_it()
    {
        await using var house = await ImportHouse.OpenAsync();
        var sheet = Path.Combine(house.Data, "open.csv");
        await File.WriteAllTextAsync(sheet, "Date,Minutes\n3/4/2026,10\n4/5/2026,soon\n");
        var (open, _, asked) = await RunAsync(house, sheet);
        Assert.Equal(1, open);
        Assert.Contains("--program", asked, StringComparison.Ordinal);
        Assert.Contains("--answer \"date-order=DayMonth\"", asked, StringComparison.Ordinal);

        var problems = Path.Combine(house.Data, "mend.csv");
        var map = Path.Combine(house.Data, "map.json");
        var (held, _, why) = await RunAsync(
            house,
            sheet,
            "--program",
            "line",
            "--answer",
            "date-order=DayMonth",
            "--problems",
            problems,
            "--save-map",
            map
        );
        Assert.Equal((1, 0), (held, (int)await house.ContactsAsync()));
        Assert.Contains("--skip-bad", why, StringComparison.Ordinal);
        Assert.Contains("soon", await File.ReadAllTextAsync(problems), StringComparison.Ordinal);

        var (done, _, _) = await RunAsync(house, sheet, "--map", map, "--skip-bad");
        Assert.Equal(0, done);
        Assert.Equal(
            new DateOnly(2026, 4, 3),
            await house.ValueAsync<DateOnly>("select service_day from support_contacts")
        );
        Assert.Equal(2, (await RunAsync(house, sheet, "--no-such-option")).Exit);
    }

    private static async Task<string> WriteAsync(ImportHouse house, int rows)
    {
        var path = Path.Combine(house.Data, "visits.csv");
        var text = new StringBuilder("Date,Start,Minutes,People\n");
        var start = new DateTime(2020, 1, 1, 8, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{start.AddMinutes(i * 7):yyyy-MM-dd,HH:mm},{i % 90},1\n");
        }
        await File.WriteAllTextAsync(path, text.ToString());
        return path;
    }

    private static Process Start(ImportHouse house, string sheet, params string[] more)
    {
        string[] usual = ["import", "contacts", sheet, "--organization", "harbor"];
        return HearthProcess.Start([.. usual, "--data", house.Data, "--database", house.Own.ConnectionString, .. more]);
    }

    private static async Task<(int Exit, string Answer, string Said)> RunAsync(
        ImportHouse house,
        string sheet,
        params string[] more
    )
    {
        using var process = Start(house, sheet, more);
        var answer = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await answer, await said);
    }

    private static async Task UntilAsync(ImportHouse house, string sql, Process? alive = null)
    {
        var since = Stopwatch.StartNew();
        while (!await house.ValueAsync<bool>(sql))
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2), "It never came to: " + sql);
            Assert.False(alive?.HasExited ?? false, "The import ended before it could be killed.");
            await Task.Delay(5);
        }
    }
}
