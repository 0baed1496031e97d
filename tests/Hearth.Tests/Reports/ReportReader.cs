using System.Text.Json;
using Hearth.Tests.Statistics;

namespace Hearth.Tests.Reports;

/// <summary>
/// An outsider with a report's JSON and a pencil. Knows what the labels mean, that rows add up to totals, that months
/// make quarters and programs make models, and that one count lies within another. Shares no code with the protection.
/// </summary>
internal sealed class ReportReader
{
    private readonly Dictionary<string, (int Low, int? High)> seen = [];
    private readonly List<(string Total, List<string> Parts)> sums = [];
    private readonly int smallest;
    private readonly int leastWithheld;
    private readonly Attacker attacker;
    private int slacks;

    public ReportReader(JsonElement report)
    {
        smallest = report.GetProperty("smallCells").GetProperty("smallestShown").GetInt32();
        leastWithheld = report.GetProperty("smallCells").GetProperty("leastWithheld").GetInt32();
        foreach (var section in report.GetProperty("sections").EnumerateArray())
        {
            Read(section);
        }
        JoinMeasures();
        attacker = new Attacker { Ceiling = 5000 };
        foreach (var (name, (low, high)) in seen)
        {
            attacker.Sees(name, low, high);
        }
        foreach (var (total, parts) in sums)
        {
            attacker.Sum(total, [.. parts]);
        }
    }

    public bool Knows(string name) => seen.ContainsKey(name) && attacker.Known(name) is not null;

    private void Read(JsonElement section)
    {
        switch (section.GetProperty("kind").GetString())
        {
            case "figures":
                foreach (var figure in section.GetProperty("figures").EnumerateArray())
                {
                    See(
                        figure.GetProperty("measure").GetString()!,
                        After(figure.GetProperty("name").GetString()!),
                        figure.GetProperty("cell")
                    );
                }
                break;
            case "table" or "chart":
                ReadTable(section);
                break;
            default:
                break;
        }
    }

    private static string After(string name) => name.Split(" by ", 2) is [_, var rest] ? rest : "";

    private void ReadTable(JsonElement table)
    {
        var by = table.GetProperty("by").EnumerateArray().Select(d => d.GetString()!).ToList();
        var columns = table.GetProperty("columns").EnumerateArray().ToList();
        var rows = table.GetProperty("rows").EnumerateArray().Append(table.GetProperty("total")).ToList();
        foreach (var row in rows)
        {
            foreach (var (column, cell) in columns.Zip(row.GetProperty("cells").EnumerateArray()))
            {
                See(
                    column.GetProperty("measure").GetString()!,
                    At(by, Code(row), by.Count == 2 ? Code(column) : "all"),
                    cell
                );
            }
        }
        foreach (var measure in columns.Select(c => c.GetProperty("measure").GetString()!).Distinct())
        {
            var down = rows.Select(Code).ToList();
            var across = by.Count == 2 ? columns.Select(Code).ToList() : ["all"];
            across.ForEach(c =>
                Line(measure, by[0], At(by, "all", c), down.Where(r => r != "all").Select(r => At(by, r, c)))
            );
            down.Where(_ => by.Count == 2)
                .ToList()
                .ForEach(r =>
                    Line(measure, by[1], At(by, r, "all"), across.Where(c => c != "all").Select(c => At(by, r, c)))
                );
        }
    }

    private static string Code(JsonElement place) => place.GetProperty("code").GetString()!;

    private static readonly string[] Order =
    [
        "program",
        "model",
        "month",
        "quarter",
        "how",
        "kind",
        "place",
        "level",
        "age-band",
        "gender",
        "race-ethnicity",
        "language",
        "county",
    ];

    private static string At(List<string> by, params string[] values) =>
        string.Join(
            " and ",
            by.Zip(values)
                .Where(p => p.Second != "all")
                .OrderBy(p => Array.IndexOf(Order, p.First))
                .Select(p => $"{p.First}={p.Second}")
        );

    private static string Name(string measure, string at) => at.Length == 0 ? measure : $"{measure} by {at}";

    private void See(string measure, string at, JsonElement cell)
    {
        var shows = cell.GetProperty("shows").GetString()!;
        if (measure == "code-share")
        {
            if (shows == "value")
            {
                Know(
                    Name("contacts-with-code", at),
                    (cell.GetProperty("part").GetInt32(), cell.GetProperty("part").GetInt32())
                );
                Know(
                    Name("contacts", at),
                    (cell.GetProperty("whole").GetInt32(), cell.GetProperty("whole").GetInt32())
                );
            }
            return;
        }
        if (measure == "hours")
        {
            return;
        }
        Know(
            Name(measure, at),
            shows switch
            {
                "value" => (
                    (int)cell.GetProperty("number").GetDecimal(),
                    (int?)(int)cell.GetProperty("number").GetDecimal()
                ),
                "withheld" => (leastWithheld, null),
                "not used" => (0, 0),
                _ => (1, smallest - 1),
            }
        );
    }

    private void Know(string name, (int Low, int? High) range)
    {
        if (seen.TryGetValue(name, out var before))
        {
            Assert.Equal(before, range);
        }
        seen[name] = range;
    }

    private void Line(string measure, string along, string total, IEnumerable<string> parts)
    {
        if (measure is "hours" or "code-share")
        {
            return;
        }
        var people = measure.StartsWith("people", StringComparison.Ordinal);
        var whole = Name(measure, total);
        var all = parts.Select(p => Name(measure, p)).ToList();
        if (
            along is "age-band" or "gender" or "race-ethnicity" or "language" or "county"
            || (along != "kind" && !people)
        )
        {
            sums.Add((whole, all));
            return;
        }
        all.ForEach(part => Within(part, whole));
        var together = Slack();
        sums.Add((together, all));
        sums.Add((together, [whole, Slack()]));
    }

    private void Within(string part, string whole) => sums.Add((whole, [part, Slack()]));

    private string Slack()
    {
        var name = $"slack {++slacks}";
        seen.Add(name, (0, null));
        return name;
    }

    private void JoinMeasures()
    {
        (string Part, string Whole)[] within =
        [
            ("contacts", "visits"),
            ("contacts-with-code", "contacts"),
            ("people-with-code", "people"),
            ("people", "visits"),
            ("people-with-code", "visits"),
            ("first-time", "visits"),
        ];
        foreach (var name in seen.Keys.Where(n => !n.StartsWith("slack", StringComparison.Ordinal)).ToList())
        {
            var parts = name.Split(" by ", 2);
            foreach (
                var whole in within
                    .Where(w => w.Part == parts[0])
                    .Select(w => Name(w.Whole, parts.Length == 2 ? parts[1] : ""))
            )
            {
                if (seen.ContainsKey(whole))
                {
                    Within(name, whole);
                }
            }
            if (parts is [var measure, "how=phone|in-person"])
            {
                Within(name, measure);
                sums.AddRange(
                    new[] { "phone", "in-person" }
                        .Select(h => Name(measure, "how=" + h))
                        .Where(seen.ContainsKey)
                        .Select(p => (name, new List<string> { p, Slack() }))
                );
            }
            else if (parts is [var one, "how=phone"] && seen.ContainsKey(one))
            {
                Within(name, one);
            }
        }
        JoinTimes();
    }

    private void JoinTimes()
    {
        Join("month", "quarter", m => $"{m[..4]}-Q{(int.Parse(m[5..]) + 2) / 3}");
        Join("program", "model", p => p == "line" ? "warm-line" : "recovery-center");
    }

    private void Join(string fine, string coarse, Func<string, string> up)
    {
        var groups = seen
            .Keys.Where(n =>
                n.EndsWith("unknown", StringComparison.Ordinal) is false
                && n.Split(" by ") is [_, var at]
                && at.StartsWith(fine + "=", StringComparison.Ordinal)
                && !at.Contains(" and ")
            )
            .GroupBy(n => n.Replace(fine + "=" + n.Split('=')[1], coarse + "=" + up(n.Split('=')[1])));
        foreach (
            var group in groups
                .Where(g => seen.ContainsKey(g.Key) && !g.Key.StartsWith("people", StringComparison.Ordinal))
                .ToList()
        )
        {
            sums.Add((group.Key, [.. group]));
        }
    }
}
