using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Files;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

public sealed class DefinitionReaderTests
{
    private const string Good = """
        id: small
        title: Small
        version: 1
        recipient: Somebody
        effective: { from: 2026-01-01 }
        source: { text: Here, checked_on: 2026-11-01 }
        period: month
        sections:
          - table: { measures: visits, by: program }
        """;

    [Fact]
    public void A_good_definition_has_no_problems_and_survives_being_written()
    {
        var read = DefinitionReader.Read(Good, "small.yaml");
        Assert.Empty(read.Problems);
        var again = DefinitionReader.Read(DefinitionWriter.Write(read.Value!), "again.yaml");
        Assert.Empty(again.Problems);
        Assert.Equal(DefinitionWriter.Write(read.Value!), DefinitionWriter.Write(again.Value!));
    }

    [Theory]
    [InlineData(
        "period: month",
        "period: fortnight",
        "small.yaml, period: \"fortnight\" is not known. Known: any, month, quarter, year."
    )]
    [InlineData(
        "measures: visits",
        "measures: clients",
        "small.yaml, sections[1].table.measures: \"clients\" is not known."
    )]
    [InlineData(
        "measures: visits, by: program",
        "measures: hours, by: gender",
        "small.yaml, sections[1].table: hours cannot be told by gender, because several people may share one contact."
    )]
    [InlineData("by: program", "by: [program, model]", "each value of one lies in just one value of the other")]
    [InlineData("by: program", "by: age-band", "the definition has no ages")]
    [InlineData("version: 1", "version: one", "small.yaml, version: a whole number belongs here, not \"one\".")]
    [InlineData("2026-01-01", "1/1/2026", "small.yaml, effective.from: a date such as 2026-10-01 belongs here")]
    [InlineData("title: Small", "titel: Small", "small.yaml, titel: \"titel\" means nothing here.")]
    [InlineData("title: Small", "title: [Small", "this is not YAML that can be read")]
    [InlineData(
        "version: 1",
        "version: 1\nsmall_cells: { smallest_shown: 2, source: { text: a, checked_on: 2026-01-01 } }",
        "choose a number from 3 to 1000"
    )]
    public void A_mistake_is_told_with_its_file_and_place(string was, string now, string sentence)
    {
        var read = DefinitionReader.Read(Good.Replace(was, now), "small.yaml");
        Assert.Null(read.Value);
        Assert.Contains(read.Problems, p => p.Sentence.Contains(sentence));
    }

    [Theory]
    [InlineData("2026-10-05", "2026-10-05", "2026-10-05")]
    [InlineData("10/5/2026", "2026-10-05", "2026-10-05")]
    [InlineData("Oct 5, 2026", "2026-10-05", "2026-10-05")]
    [InlineData("5 October 2026", "2026-10-05", "2026-10-05")]
    [InlineData("October 2026", "2026-10-01", "2026-10-31")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("Q3 2026", "2026-07-01", "2026-09-30")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    public void Days_are_read_as_people_write_them(string text, string from, string to)
    {
        Assert.Equal(DateOnly.Parse(from), DayWords.Read(text, isEnd: false));
        Assert.Equal(DateOnly.Parse(to), DayWords.Read(text, isEnd: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("13/13/2026")]
    public void What_is_not_a_day_is_not_guessed(string text) => Assert.Null(DayWords.Read(text, isEnd: false));

    [Fact]
    public void A_period_is_due_so_many_days_after_its_end() =>
        Assert.Equal(
            new DateOnly(2026, 11, 15),
            new DueRule(15).On(ReportPeriod.Holding(new(2026, 10, 7), PeriodKind.Month))
        );

    [Fact]
    public void The_reader_who_attacks_reports_finds_what_a_careless_report_gives_away()
    {
        const string careless = """
            {"smallCells":{"smallestShown":11,"leastWithheld":11},"sections":[{"kind":"table","by":["program"],
              "columns":[{"code":"visits","measure":"visits"}],
              "rows":[{"code":"center","cells":[{"shows":"value","number":30}]},{"code":"line","cells":[{"shows":"under 11"}]}],
              "total":{"code":"all","cells":[{"shows":"value","number":35}]}}]}
            """;
        Assert.True(
            new ReportReader(System.Text.Json.JsonDocument.Parse(careless).RootElement).Knows("visits by program=line")
        );
    }
}
