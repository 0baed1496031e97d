using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People.Queries;
using Hearth.Modules.People.Rules;

namespace Hearth.Modules.People.Files;

/// <summary>What a person takes with them: everything held about them, once for reading and once for machines.</summary>
internal sealed record PersonCopy(
    Folder Folder,
    OrganizationContext Organization,
    Demographics Lists,
    DateTimeOffset MadeAt
)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly IReadOnlyDictionary<string, string> Explanations = new Dictionary<string, string>
    {
        ["counted"] = PeopleWords.Counted,
        ["personal"] = PeopleWords.Personal,
        ["billable"] = PeopleWords.Billable,
        ["answers"] =
            "What you were asked before a record could know more about you, in the words used, and what you said.",
        ["records"] = "Every record that names you. A group's record says how many were there, never who else.",
        ["looked"] = "Who opened, changed or copied something of yours, when, and what for.",
        ["notAsked"] = "Where it says not asked, nobody asked you, and you need not say.",
    };

    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                About = $"Everything {Organization.Name} holds about you.",
                MadeAt,
                Organization = Organization.Name,
                Explanations,
                Level = PeopleWords.Of(Folder.Person.Level),
                Since = Folder.Person.CreatedAt,
                Facts = Facts().ToDictionary(f => f.Question, f => f.Answer),
                Answers = Folder.Decisions.Select(d => new
                {
                    d.SaidOn,
                    From = PeopleWords.Of(d.FromLevel),
                    To = PeopleWords.Of(d.ToLevel),
                    d.SaidYes,
                    d.Words,
                    d.Language,
                }),
                Records = Folder.Records.Select(r => new
                {
                    r.Kind,
                    r.Id,
                    r.At,
                    Level = PeopleWords.Of(r.Level),
                    r.Summary,
                    r.Facts,
                }),
                Looked = Folder.Looks.Select(l => new
                {
                    l.At,
                    l.Who,
                    l.Did,
                    l.Times,
                }),
            },
            Json
        );

    public byte[] ToHtml()
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Your copy</title>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>")
            .Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n")
            .Append($"<h1>Your copy, {Bidi(Folder.Called)}</h1>\n")
            .Append(
                $"<p>Everything {Safe(Organization.Name)} holds about you, taken on {Safe(PeopleWords.Stamp(Organization, MadeAt))}. Keep it where only you can read it.</p>\n"
            );
        AppendFacts(page);
        AppendRecords(page, RecordLevel.Personal, "Personal records", PeopleWords.Personal);
        AppendRecords(page, RecordLevel.Billable, "Billable records", PeopleWords.Billable);
        page.Append($"<h2>Counted</h2>\n<p>{Safe(PeopleWords.Counted)} That is why there is nothing of it here.</p>\n");
        AppendAnswers(page);
        AppendLooks(page);
        return Encoding.UTF8.GetBytes(page.Append("</main>\n</body>\n</html>\n").ToString());
    }

    /// <summary>What is held about the person themselves, each question with its answer or "not asked".</summary>
    public IEnumerable<(string Question, string Answer)> Facts() => FactsOf(Folder.Details, Lists);

    public static IEnumerable<(string Question, string Answer)> FactsOf(PersonDetails details, Demographics lists) =>
        new (string Question, string? Answer)[]
        {
            ("Name", details.Name),
            ("Code", details.Code),
            ("Phone", PeopleWords.Phone(details.Reach.Phone)),
            ("Email", details.Reach.Email),
            ("How to reach you", details.Reach.Wishes),
            ("Year of birth", details.BirthYear?.ToString(CultureInfo.InvariantCulture)),
            ("Gender", details.Gender),
            ("Race and ethnicity", details.RaceEthnicity.Count == 0 ? null : string.Join(", ", details.RaceEthnicity)),
            ("Language", details.Language is { } tag ? lists.LanguageName(tag) : null),
            ("County", details.County),
        }.Select(f => (f.Question, f.Answer ?? "not asked"));

    private void AppendFacts(StringBuilder page)
    {
        page.Append($"<h2>About you</h2>\n<p>{Safe(Explanations["notAsked"])}</p>\n<dl>\n");
        foreach (var (question, answer) in Facts())
        {
            page.Append($"<dt>{Safe(question)}</dt><dd>{Bidi(answer)}</dd>\n");
        }
        page.Append("</dl>\n");
    }

    private void AppendRecords(StringBuilder page, RecordLevel level, string title, string explained)
    {
        var records = Folder.At(level);
        page.Append(
            $"<h2>{Safe(title)}: {records.Count.ToString("N0", CultureInfo.InvariantCulture)}</h2>\n<p>{Safe(explained)}</p>\n"
        );
        foreach (var record in records)
        {
            page.Append($"<h3>{Safe(record.Summary)}</h3>\n<dl>\n");
            foreach (var (name, value) in record.Facts)
            {
                page.Append($"<dt>{Safe(name)}</dt><dd>{Bidi(value ?? "")}</dd>\n");
            }
            page.Append("</dl>\n");
        }
    }

    private void AppendAnswers(StringBuilder page)
    {
        page.Append($"<h2>Your answers</h2>\n<p>{Safe(Explanations["answers"])}</p>\n<ul>\n");
        foreach (var decision in Folder.Decisions)
        {
            page.Append(
                    $"<li>{Safe(PeopleWords.Day(decision.SaidOn))}: {Safe(PeopleWords.Move(decision))}. You {Safe(PeopleWords.Answer(decision))}. "
                )
                .Append($"The words: <q lang=\"{Safe(decision.Language)}\">{Safe(decision.Words)}</q></li>\n");
        }
        page.Append("</ul>\n");
    }

    private void AppendLooks(StringBuilder page)
    {
        page.Append($"<h2>Who has looked</h2>\n<p>{Safe(Explanations["looked"])}</p>\n<ul>\n");
        foreach (var look in Folder.Looks)
        {
            page.Append($"<li>{Safe(PeopleWords.Stamp(Organization, look.At))}: {Safe(look.Sentence)}</li>\n");
        }
        page.Append("</ul>\n");
    }

    private static string Safe(string text) => Html.Encode(text);

    // Names and words run in their own direction, whatever it is, and do not turn the line around them.
    private static string Bidi(string text) => $"<bdi>{Safe(text)}</bdi>";

    private const string Style =
        "body{font:17px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#221d18;background:#fff}"
        + "h1,h2{font-family:Georgia,serif;font-weight:400}h2{border-top:2px solid #ccc;padding-top:.75rem;margin-top:2.5rem}"
        + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:#5a534b}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}"
        + "@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}}";
}
