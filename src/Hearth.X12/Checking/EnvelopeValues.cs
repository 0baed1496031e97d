using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>
/// Checks what ISA, GS and ST say, where their counts and numbers are not enough: qualifiers, dates, versions, and whether
/// group and transaction fit.
/// </summary>
/// <remarks>
/// The qualifiers of senders and receivers are those that the guides' common appendix on the control segments allows. Note
/// codes as the data dictionary numbers them (element I18); group codes of element 716; transaction codes of element 618.
/// </remarks>
internal sealed class EnvelopeValues(Findings findings)
{
    /// <summary>ISA05 and ISA07.</summary>
    public static readonly CodeSet Qualifiers = Of("01 14 20 27 28 29 30 33 ZZ");

    /// <summary>ISA01.</summary>
    public static readonly CodeSet Authorizations = Of("00 03");

    /// <summary>ISA03.</summary>
    public static readonly CodeSet Securities = Of("00 01");
    private static readonly CodeSet Asks = Of("0 1");
    private static readonly CodeSet Usages = Of("P T");
    private static readonly CodeSet Versions = Of("00501");
    private static readonly CodeSet Agencies = Of("X");
    private readonly HashSet<string> interchanges = new(StringComparer.Ordinal);
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> transactions = new(StringComparer.Ordinal);
    private string functional = "";
    private string version = "";

    public void Check(in Segment segment, uint code, int transaction)
    {
        switch (code)
        {
            case Tags.Isa:
                CheckInterchange(segment);
                break;
            case Tags.Gs:
                CheckGroup(segment);
                break;
            case Tags.St:
                CheckTransaction(segment, transaction);
                break;
        }
    }

    private void CheckInterchange(in Segment isa)
    {
        groups.Clear();
        (functional, version) = ("", "");
        One(isa, 1, Authorizations, "TA105=010");
        One(isa, 3, Securities, "TA105=012");
        One(isa, 5, Qualifiers, "TA105=005");
        Filled(isa, 6, "TA105=006");
        One(isa, 7, Qualifiers, "TA105=007");
        Filled(isa, 8, "TA105=008");
        Form(isa, 9, ElementForm.IsDate(isa[9]) && isa[9].Length == 6, "a date as YYMMDD", "TA105=014");
        Form(isa, 10, ElementForm.IsTime(isa[10]) && isa[10].Length == 4, "a time as HHMM", "TA105=015");
        One(isa, 12, Versions, "TA105=017");
        Form(isa, 13, isa[13].Length == 9 && ElementForm.IsWhole(isa[13]), "nine digits", "TA105=018");
        CheckNumber(isa);
        One(isa, 14, Asks, "TA105=019");
        One(isa, 15, Usages, "TA105=020");
    }

    // Two senders may use the same number.
    private void CheckNumber(in Segment isa)
    {
        if (
            !isa[13].IsEmpty
            && !interchanges.Add($"{isa.Text(5)}*{isa.Text(6)}*{isa.Text(7)}*{isa.Text(8)}*{isa.Text(13)}")
        )
        {
            Add(
                isa,
                13,
                $"{Name(isa, 13)} is \"{Cut(isa, 13)}\", as in an interchange of the same sender before it in the file.",
                "Make sure that it is not the same file twice; receivers reject a number that they have seen.",
                "a number of its own",
                "TA105=025",
                0,
                Severity.Warning
            );
        }
    }

    private void CheckGroup(in Segment gs)
    {
        (functional, version) = (gs.Text(1), gs.Text(8));
        transactions.Clear();
        Filled(gs, 1, "AK905=1");
        Filled(gs, 2, null);
        Filled(gs, 3, null);
        Once(gs, 6, groups, "interchange", "AK905=19", 0);
        Form(gs, 4, ElementForm.IsDate(gs[4]) && gs[4].Length == 8, "a date as CCYYMMDD", null);
        Form(gs, 5, ElementForm.IsTime(gs[5]), "a time as HHMM", null);
        Form(gs, 6, gs[6].Length is > 0 and <= 9 && ElementForm.IsWhole(gs[6]), "one to nine digits", "AK905=6");
        One(gs, 7, Agencies, "AK905=2");
        Filled(gs, 8, "AK905=2");
    }

    private void CheckTransaction(in Segment st, int transaction)
    {
        var kind = st.Text(1);
        Once(st, 2, transactions, "group", "IK502=23", transaction);
        if (functional.Length == 0)
        {
            return; // no group around it, which has been said
        }
        if (kind.Length != 3 || !ElementForm.IsWhole(st[1]))
        {
            Add(
                st,
                1,
                $"{Name(st, 1)} is \"{Cut(st, 1)}\", which is no kind of transaction.",
                "Write the three digits of its kind, such as 837.",
                "three digits",
                "IK502=6",
                transaction
            );
        }
        var right = Guide.All.FirstOrDefault(g => g.Transaction == kind)?.Group;
        if (
            right is not null
            && functional != right
            && !Guide.All.Any(g => g.Transaction == kind && g.Group == functional)
        )
        {
            Add(
                st,
                1,
                $"A transaction {kind} stands in a group of kind \"{functional}\"; it belongs into one of kind \"{right}\".",
                $"Write \"{right}\" in GS01.",
                right,
                "IK502=6",
                transaction
            );
        }
        if (!st[3].IsEmpty && version.Length > 0 && st.Text(3) != version)
        {
            Add(
                st,
                3,
                $"ST03 names version {st.Text(3)}, but the group around it (GS08) is of version \"{version}\".",
                "Write the same version into both.",
                version,
                "IK502=I6",
                transaction
            );
        }
    }

    private void Once(
        in Segment segment,
        int element,
        HashSet<string> before,
        string within,
        string code,
        int transaction
    )
    {
        if (!segment[element].IsEmpty && !before.Add(segment.Text(element)))
        {
            Add(
                segment,
                element,
                $"{Name(segment, element)} is \"{Cut(segment, element)}\", as one before it in the same {within}.",
                "Give each its own number: an acknowledgement could not tell them apart.",
                "a number of its own",
                code,
                transaction
            );
        }
    }

    private void One(in Segment segment, int element, CodeSet allowed, string code)
    {
        if (!allowed.Contains(CodeSet.Pack(segment[element])))
        {
            var codes = string.Join(", ", allowed.Codes);
            Add(
                segment,
                element,
                $"{Name(segment, element)} is \"{Cut(segment, element)}\"; allowed {(allowed.Codes.Count == 1 ? "is" : "are")} {codes}.",
                $"Write {(allowed.Codes.Count == 1 ? codes : "one of these")}.",
                codes,
                code,
                0
            );
        }
    }

    private void Filled(in Segment segment, int element, string? code) =>
        Form(segment, element, !segment[element].Trim((byte)' ').IsEmpty, "filled", code);

    private void Form(in Segment segment, int element, bool isRight, string expected, string? code)
    {
        if (!isRight)
        {
            Add(
                segment,
                element,
                $"{Name(segment, element)} is \"{Cut(segment, element)}\", which is not {expected}.",
                expected == "filled" ? "Fill it in." : $"Write {expected}.",
                expected,
                code,
                0
            );
        }
    }

    private void Add(
        in Segment segment,
        int element,
        string sentence,
        string next,
        string expected,
        string? code,
        int transaction,
        Severity severity = Severity.Error
    )
    {
        if (segment.Code == Tags.Isa && segment[element].Length != Envelopes.HeaderWidths[element - 1])
        {
            return; // its width has been said
        }
        findings.Add(
            new(severity, sentence, next)
            {
                Place = segment.Place,
                Transaction = transaction,
                Position = transaction > 0 ? 1 : 0,
                Segment = segment.Text(0).TrimEnd(),
                Element = element,
                Found = Cut(segment, element),
                Expected = expected,
                Acknowledgement = code,
            }
        );
    }

    private static string Name(in Segment segment, int element)
    {
        var tag = segment.Text(0).TrimEnd();
        var number = Dictionary.Segment(tag)!.Elements[element - 1].Number;
        return $"{tag}{element:00} ({Dictionary.Element(number)!.Name.ToLowerInvariant()})";
    }

    private static string Cut(in Segment segment, int element) =>
        segment.Text(element) is { Length: > 40 } text ? text[..40] : segment.Text(element);

    private static CodeSet Of(string codes) => new(codes.Split(' '));
}
