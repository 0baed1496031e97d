using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearth.Tests.People;

namespace Hearth.Tests.Imports;

/// <summary>The same rows bring in nothing twice, whatever the file looks like.</summary>
public sealed class RepeatedImportTests
{
    private static readonly string[] Codes = ["Blue", "Ziggy", "O'Neil", "مريم", "小林", "Tía Rosa", ""];
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    private sealed record Visit(int Day, int Minute, int? Minutes, string Code, int People);

    private static Gen<Visit> Visits =>
        from day in Gen.Choose(0, 40)
        from minute in Gen.Choose(0, 24 * 60 - 1)
        from minutes in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 600).Select(m => (int?)m))
        from code in Gen.Elements(Codes)
        from people in Gen.Choose(1, 4)
        select new Visit(day, minute, minutes, code, people);

    [Fact]
    public async Task Any_sheet_twice_shuffled_or_in_another_dress_adds_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();
        var random = new Random(20261122);
        for (var trial = 0; trial < 12; trial++)
        {
            await house.RunAsync("truncate support_contacts cascade");
            var some = Visits.ArrayOf(1 + trial * 6).Sample(1, 1).Single();
            Visit[] visits = [.. some, .. some.Take(trial % 3)];
            var keep = trial % 2 == 0;
            var expected = keep ? visits.Length : visits.Distinct().Count();
            var first = await ImportAsync(house, Write(visits, ",", new UTF8Encoding(true)), keep);
            Assert.Equal(expected, first);
            Assert.Equal(0, await ImportAsync(house, Write(visits, ",", new UTF8Encoding(true)), keep));
            random.Shuffle(visits);
            var dress = Write(
                visits,
                Delimiters[trial % 4],
                trial % 2 == 0 ? Encoding.Unicode : new UTF8Encoding(false)
            );
            Assert.Equal(0, await ImportAsync(house, dress, keep));
            Assert.Equal(expected, await house.ContactsAsync());
        }
    }

    [Fact]
    public async Task A_longer_export_adds_only_its_new_rows()
    {
        await using var house = await ImportHouse.OpenAsync();
        var visits = Visits.ArrayOf(60).Sample(1, 1).Single().Distinct().ToArray();
        await ImportAsync(house, Write(visits[..20], ",", new UTF8Encoding(false)), keep: false);
        Assert.Equal(
            visits.Length - 20,
            await ImportAsync(house, Write(visits, ",", new UTF8Encoding(false)), keep: false)
        );
    }

    [Fact]
    public async Task Naughty_strings_in_every_column_come_through_unharmed()
    {
        await using var house = await ImportHouse.OpenAsync();
        var sheet = new StringBuilder("Date,Time,Minutes,Call you (code),What,How,Where,Staff,Notes\r\n");
        foreach (var naughty in NaughtyStrings.All)
        {
            var cell = '"' + naughty.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
            sheet.Append($"2026-03-01,10:00,5,{cell},{cell},{cell},{cell},{cell},{cell}\r\n");
        }
        var report = await house.ImportAsync(
            sheet.ToString(),
            ask => ask with { SkipBad = true, KeepDuplicates = true }
        );
        Assert.True(report.Landed);
        Assert.True(
            report.Counts.Good >= NaughtyStrings.All.Count * 9 / 10,
            $"{report.Counts.Good} of {NaughtyStrings.All.Count}"
        );
        Assert.Equal(report.Counts.Good, await house.ContactsAsync());
        Assert.Equal(
            0,
            (await house.ImportAsync(sheet.ToString(), ask => ask with { SkipBad = true, KeepDuplicates = true }))
                .Counts
                .Contacts
        );
    }

    private static async Task<int> ImportAsync(ImportHouse house, byte[] sheet, bool keep)
    {
        var report = await house.ImportAsync(new MemoryStream(sheet), ask => ask with { KeepDuplicates = keep });
        Assert.True(report.Landed, report.Refusal ?? string.Join("; ", report.Problems.SelectMany(p => p.Problems)));
        return report.Counts.Contacts;
    }

    private static byte[] Write(IEnumerable<Visit> visits, string delimiter, Encoding encoding)
    {
        var text = new StringBuilder(string.Join(delimiter, "Date", "Start", "Minutes", "Code", "People") + "\r\n");
        foreach (var v in visits)
        {
            var day = new DateOnly(2026, 1, 5).AddDays(v.Day).ToString("yyyy-MM-dd", null);
            text.Append(
                string.Join(delimiter, day, $"{v.Minute / 60:00}:{v.Minute % 60:00}", v.Minutes, v.Code, v.People)
                    + "\r\n"
            );
        }
        return [.. encoding.Preamble, .. encoding.GetBytes(text.ToString())];
    }
}
