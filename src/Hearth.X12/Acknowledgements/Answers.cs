using System.Globalization;

namespace Hearth.X12.Acknowledgements;

/// <summary>Puts what was found in a file into the words of a 999 and a TA1.</summary>
internal static class Answers
{
    private const int MostSegmentErrors = 100; // in one transaction; a sender mends those before he asks for more
    private const int MostGroupCodes = 5;
    private const int MostSegments = 9_999_999; // element 719
    private const int MostPlaces = 99; // elements 722 and 1528 have two digits
    private const int MostRepetitions = 9999; // element 1686 has four
    private const string SegmentsInError = "5";
    private const string AnyVersion = "005010";

    /// <summary>Nothing can be answered where no ISA says who sent it.</summary>
    public static AcknowledgementFile? To(InterchangeVerdict interchange)
    {
        if (interchange.Sender.Length == 0 || interchange.Receiver.Length == 0)
        {
            return null;
        }
        var envelope = EnvelopeOf(interchange);
        var note = interchange.Findings.Select(f => Code(f, "TA105=")).FirstOrDefault(code => code is not null);
        var ta1 =
            note is not null ? Ta1(envelope, AcknowledgementCodes.Rejected, note)
            : interchange.AsksForAcknowledgement || interchange.Groups.Count == 0 ? Ta1(envelope)
            : null;
        return new()
        {
            Interchanges = ta1 is null ? [] : [ta1],
            // An acknowledgement is not acknowledged, or two systems would never stop. Nor is what was rejected whole.
            Groups = note is null
                ? [.. interchange.Groups.Where(g => g.FunctionalId is not ("FA" or "TA")).Select(OfGroup)]
                : [],
        };
    }

    /// <summary>The envelope of the interchange that is answered.</summary>
    public static Envelope EnvelopeOf(InterchangeVerdict interchange)
    {
        var group = interchange.Groups.Count > 0 ? interchange.Groups[0] : null;
        return new()
        {
            Sender = Partner(interchange.SenderQualifier, interchange.Sender, group?.Sender),
            Receiver = Partner(interchange.ReceiverQualifier, interchange.Receiver, group?.Receiver),
            Time = DateTime.TryParseExact(
                interchange.Date + interchange.Time,
                "yyMMddHHmm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
                ? time
                : null,
            ControlNumber = Digits(interchange.Control),
            GroupControlNumber = Digits(group?.Control ?? ""),
            IsTest = interchange.Usage == "T",
        };
    }

    // A TA1 has to give the date of the interchange, which a broken header may not have: zeros then, as near as may be.
    private static InterchangeAcknowledgement Ta1(
        Envelope answered,
        string verdict = AcknowledgementCodes.Accepted,
        string note = InterchangeAcknowledgement.NoError
    )
    {
        var ta1 = InterchangeAcknowledgement.For(answered, verdict, note);
        return ta1 with { Date = ta1.Date ?? new DateOnly(2000, 1, 1), Time = ta1.Time ?? TimeOnly.MinValue };
    }

    private static TradingPartner Partner(string qualifier, string id, string? application) =>
        new(
            Checking.EnvelopeValues.Qualifiers.Codes.Contains(qualifier) ? qualifier : "ZZ",
            Plain(id, 15),
            Plain(application ?? "", 15) is { Length: >= 2 } code ? code : Plain(id, 15).PadRight(2, '0')
        );

    // Ids that go back are those that came, without what the answer cannot hold.
    private static string Plain(string text, int most)
    {
        var plain = new string([
            .. text.Where(c => c is > ' ' and < '\x7F' and not ('*' or ':' or '^' or '~')).Take(most),
        ]);
        return plain.Length == 0 && text.Length > 0 ? "0" : plain;
    }

    private static Acknowledgement OfGroup(GroupVerdict group)
    {
        var codes = Codes(group.Findings, "AK905=");
        var transactions = group.Transactions.Select(OfTransaction).ToList();
        var included = int.TryParse(group.Included, CultureInfo.InvariantCulture, out var said) ? said : (int?)null;
        var made = Acknowledgement.For(
            Plain(group.FunctionalId, 2) is { Length: 2 } kind ? kind : "ZZ",
            Digits(group.Control),
            Plain(group.Version, 12) is { Length: > 1 } version ? version : AnyVersion,
            transactions,
            included is >= 0 and <= 999_999 ? included : null,
            codes
        );
        // A group whose own numbers are wrong may have lost some of what was sent.
        return codes.Count == 0
            ? made
            : made with
            {
                Verdict = AcknowledgementCodes.Rejected,
                Accepted = 0,
                Transactions = [.. made.Transactions.Where(t => !t.IsAccepted)],
            };
    }

    private static TransactionAcknowledgement OfTransaction(TransactionVerdict transaction)
    {
        var segments = Segments(transaction);
        var codes = Codes(transaction.Found?.OfItself ?? [], "IK502=");
        if (segments.Count > 0)
        {
            codes = [.. codes.Append(SegmentsInError).Distinct().Take(MostGroupCodes)];
        }
        return new()
        {
            Transaction = Plain(transaction.Kind, 3) is { Length: 3 } kind ? kind : "000",
            ControlNumber = Plain(transaction.Control, 9).PadLeft(4, '0'),
            Guide = Plain(transaction.Version, 35) is { Length: > 0 } guide ? guide : null,
            Verdict = codes.Count > 0 ? AcknowledgementCodes.Rejected : AcknowledgementCodes.Accepted,
            ErrorCodes = codes,
            SegmentErrors = segments,
        };
    }

    private static List<SegmentError> Segments(TransactionVerdict transaction)
    {
        var errors = new List<SegmentError>();
        foreach (
            var at in (transaction.Found?.InSegments ?? [])
                .OrderBy(f => f.Position)
                .GroupBy(f => (f.Position, f.Segment, f.Loop, Code: Code(f, "IK304=") ?? SyntaxCodes.ElementsInError))
                .Take(MostSegmentErrors)
        )
        {
            errors.Add(
                new()
                {
                    Segment = Tag(at.Key.Segment),
                    Position = Math.Clamp(at.Key.Position, 1, MostSegments),
                    Loop = at.Key.Loop.Length > 0 ? at.Key.Loop : null,
                    Code = at.Key.Code,
                    Contexts =
                        // A number of signs that no file can hold names no claim.
                        at.First().Claim
                            is var claim
                        && claim.Any(char.IsAsciiLetterOrDigit)
                        && transaction.Kind == "837"
                            ? [ErrorContext.BusinessUnit("CLM01", claim)]
                            : [],
                    ElementErrors = [.. at.Where(IsOfElement).Select(OfElement)],
                }
            );
        }
        return errors;
    }

    private static ElementError OfElement(Finding finding) =>
        new()
        {
            Position = Math.Clamp(finding.Element, 1, MostPlaces),
            Component = finding.Part > 0 ? Math.Min(finding.Part, MostPlaces) : null,
            Repetition = finding.Repetition > 0 ? Math.Min(finding.Repetition, MostRepetitions) : null,
            DataElement = int.TryParse(finding.DataElement, CultureInfo.InvariantCulture, out var number)
                ? number
                : null,
            Code = Code(finding, "IK403=")!,
            BadValue = finding.Found,
        };

    private static bool IsOfElement(Finding finding) => Code(finding, "IK403=") is not null;

    private static List<string> Codes(IEnumerable<Finding> findings, string element) =>
        [.. findings.Select(f => Code(f, element)).OfType<string>().Distinct().Take(MostGroupCodes)];

    private static string? Code(Finding finding, string element) =>
        finding.Severity == Severity.Error
        && finding.Acknowledgement is { } code
        && code.StartsWith(element, StringComparison.Ordinal)
            ? code[element.Length..]
            : null;

    // What is no segment's id at all still has to be named by two or three letters.
    private static string Tag(string tag)
    {
        var letters = new string([.. tag.Where(char.IsAsciiLetterOrDigit).Take(3)]);
        return letters.Length >= 2 ? letters : letters.PadRight(2, 'X');
    }

    private static string Digits(string control)
    {
        var digits = new string([.. control.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length is 0 ? "0" : digits[Math.Max(0, digits.Length - 9)..];
    }
}
