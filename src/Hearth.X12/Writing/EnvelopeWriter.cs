using System.Globalization;
using System.Text;
using Hearth.X12.Checking;
using Hearth.X12.Guides;

namespace Hearth.X12.Writing;

/// <summary>Writes ISA, GS, ST and their trailers with counts that are right.</summary>
internal sealed class EnvelopeWriter
{
    private const string Version = "00501";
    private readonly SegmentWriter segments;
    private readonly Envelope envelope;
    private string control = "";
    private string transaction = "";
    private int groups;
    private int inGroup;
    private bool isInGroup;

    public EnvelopeWriter(Stream stream, Envelope envelope, string lineEnd = "")
    {
        var delimiters = envelope.Delimiters;
        segments = new(stream, CheckedWriter.CanDelimit(delimiters) ? delimiters : SegmentWriter.Usual, lineEnd);
        this.envelope = envelope;
        Body = new(segments);
    }

    /// <summary>Writes what stands between the envelopes.</summary>
    public CheckedWriter Body { get; }

    /// <summary>The same without checks, for a body that was checked before.</summary>
    public SegmentWriter Segments => segments;

    public void BeginInterchange()
    {
        control = Digits(envelope.ControlNumber, "the interchange's control number").PadLeft(9, '0');
        var time = envelope.Time ?? default;
        if (envelope.Time is null)
        {
            Wrong("ISA", "The interchange has no date and time.", "Give the time at which it is made.", null);
        }
        if (!CheckedWriter.CanDelimit(envelope.Delimiters))
        {
            Wrong("ISA", "The delimiters are not four different signs.", "Use SegmentWriter.Usual.", null);
        }
        string[] elements =
        [
            Code(envelope.AuthorizationQualifier, EnvelopeValues.Authorizations, "the authorization qualifier"),
            Fixed(envelope.Authorization, 10, "the authorization", isRequired: false),
            Code(envelope.SecurityQualifier, EnvelopeValues.Securities, "the security qualifier"),
            Fixed(envelope.Security, 10, "the password", isRequired: false),
            Code(envelope.Sender.Qualifier, EnvelopeValues.Qualifiers, "the sender's qualifier"),
            Fixed(envelope.Sender.Id, 15, "the sender's id"),
            Code(envelope.Receiver.Qualifier, EnvelopeValues.Qualifiers, "the receiver's qualifier"),
            Fixed(envelope.Receiver.Id, 15, "the receiver's id"),
            time.ToString("yyMMdd", CultureInfo.InvariantCulture),
            time.ToString("HHmm", CultureInfo.InvariantCulture),
            $"{(char)segments.Delimiters.Repetition}",
            Version,
            control,
            envelope.WantsAcknowledgement ? "1" : "0",
            envelope.IsTest ? "T" : "P",
            $"{(char)segments.Delimiters.Component}",
        ];
        var separator = (char)segments.Delimiters.Element;
        segments.Raw(Encoding.Latin1.GetBytes($"ISA{separator}{string.Join(separator, elements)}"));
        segments.End();
    }

    /// <summary>Begins the group.</summary>
    /// <param name="functional">GS01, such as FA.</param>
    /// <param name="guide">GS08, such as 005010X231A1.</param>
    public void BeginGroup(string functional, string guide)
    {
        (groups, inGroup, isInGroup) = (groups + 1, 0, true);
        var number = Digits(envelope.GroupControlNumber, "the group's control number");
        Body.Begin("GS");
        Body.Code(functional);
        Body.Required(envelope.Sender.Application, 15, "the sender's application code", least: 2);
        Body.Required(envelope.Receiver.Application, 15, "the receiver's application code", least: 2);
        Body.Date(DateOnly.FromDateTime(envelope.Time ?? default));
        Body.Time(TimeOnly.FromDateTime(envelope.Time ?? default));
        Body.Code(number);
        Body.Code("X");
        Body.Code(guide);
        Body.End();
    }

    /// <summary>Begins a transaction. Its number, where none is given, counts up within the group, from 0001 on.</summary>
    public void BeginTransaction(string kind, string guide, string? number = null)
    {
        inGroup++;
        transaction = number ?? inGroup.ToString("0000", CultureInfo.InvariantCulture);
        Body.BeginTransaction();
        Body.Codes("ST", kind, transaction, guide);
    }

    public void EndTransaction()
    {
        Body.Codes("SE", Count(Body.Segments), transaction);
        Body.About = "";
    }

    /// <summary>Ends the group, if one is open, and the interchange, and hands everything to the stream.</summary>
    public void End()
    {
        if (isInGroup)
        {
            Body.Codes("GE", Count(inGroup), Digits(envelope.GroupControlNumber, what: null));
        }
        Body.Codes("IEA", Count(groups), control);
        segments.Flush();
    }

    private string Digits(string number, string? what)
    {
        if (number.Length is > 0 and <= 9 && number.All(char.IsAsciiDigit))
        {
            return number;
        }
        if (what is not null)
        {
            Wrong("ISA", $"\"{number}\" cannot be {what}.", "Use one to nine digits.", number);
        }
        return "0";
    }

    private string Code(string text, CodeSet allowed, string what)
    {
        if (allowed.Codes.Contains(text))
        {
            return text;
        }
        Wrong("ISA", $"\"{text}\" cannot be {what}.", $"Use one of {string.Join(", ", allowed.Codes)}.", text);
        return allowed.Codes[^1];
    }

    private string Fixed(string text, int width, string what, bool isRequired = true)
    {
        if (text.Length > width || (text.Length > 0 && !segments.CanWrite(text)) || (isRequired && text.Length == 0))
        {
            var least = isRequired ? "one" : "none";
            Wrong("ISA", $"\"{text}\" cannot be {what}.", $"Use {least} to {width} plain characters.", text);
            text = "";
        }
        return text.PadRight(width);
    }

    private void Wrong(string segment, string sentence, string next, string? found) =>
        Body.Add(sentence, next, found, segment);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
