using Hearth.X12.Writing;

namespace Hearth.X12.Acknowledgements;

/// <summary>Writes TA1 and 999 as 005010X231A1 asks.</summary>
internal static class AcknowledgementWriter
{
    private const string Guide = "005010X231A1";
    private const int LongestLoop = 4; // element 447
    private const int LongestCopy = 99; // element 724
    private const int LongestReference = 35; // element 9998
    private const int MostCodes = 5;
    private const int MostSegmentTriggers = 9;
    private const int MostElementTriggers = 10;
    private const int MostTransactions = 999_999;

    public static void Write(EnvelopeWriter envelope, AcknowledgementFile file)
    {
        envelope.BeginInterchange();
        foreach (var interchange in file.Interchanges)
        {
            Write(envelope.Body, interchange);
        }
        if (file.Groups.Count > 0)
        {
            envelope.BeginGroup("FA", Guide);
        }
        foreach (var group in file.Groups)
        {
            envelope.BeginTransaction("999", Guide);
            Write(envelope.Body, group);
            envelope.EndTransaction();
        }
        envelope.End();
    }

    public static void Write(CheckedWriter writer, InterchangeAcknowledgement ta1)
    {
        writer.Begin("TA1");
        writer.Digits(ta1.ControlNumber, 9, "the number of the interchange that is answered");
        writer.RequiredShortDate(ta1.Date, "the day of the interchange that is answered");
        writer.RequiredTime(ta1.Time, "the time of the interchange that is answered");
        writer.RequiredOf(ta1.Verdict, SyntaxCodes.InterchangeVerdicts, "the verdict on the interchange");
        writer.RequiredOf(ta1.NoteCode, SyntaxCodes.InterchangeNotes, "the interchange's note");
        if (ta1.NoteCode == InterchangeAcknowledgement.NoError != (ta1.Verdict == AcknowledgementCodes.Accepted))
        {
            writer.Add(
                $"The verdict {ta1.Verdict} and the note {ta1.NoteCode} do not go together.",
                "Give 000 with A, and another note with E and R.",
                ta1.NoteCode
            );
        }
        writer.End();
    }

    public static void Write(CheckedWriter writer, Acknowledgement group)
    {
        writer.About = group.GroupControlNumber;
        writer.Begin("AK1");
        writer.Required(group.FunctionalId, 2, "the kind of the group that is answered", least: 2);
        writer.Digits(group.GroupControlNumber, 0, "the number of the group that is answered");
        writer.Required(group.Version, 12, "the version of the group that is answered");
        writer.End();
        foreach (var transaction in group.Transactions)
        {
            Write(writer, transaction);
        }
        writer.Begin("AK9");
        writer.RequiredOf(group.Verdict, SyntaxCodes.GroupVerdicts, "the verdict on the group");
        writer.Whole(group.Included, 0, MostTransactions, "the number of transactions that the group said it had");
        writer.Whole(group.Received, 0, MostTransactions, "the number of transactions that came");
        writer.Whole(group.Accepted, 0, MostTransactions, "the number of transactions that were accepted");
        CheckCounts(writer, group);
        WriteCodes(writer, group.ErrorCodes, SyntaxCodes.OfGroup, "an error of a group");
        writer.End();
    }

    private static void CheckCounts(CheckedWriter writer, Acknowledgement group)
    {
        var fits = group.Verdict switch
        {
            AcknowledgementCodes.Accepted or AcknowledgementCodes.AcceptedWithErrors => group.Accepted
                == group.Received,
            AcknowledgementCodes.PartlyAccepted => group.Accepted > 0 && group.Accepted < group.Received,
            _ => group.Accepted == 0,
        };
        if (!fits)
        {
            writer.Add(
                $"The verdict {group.Verdict} does not go with {group.Accepted} accepted of {group.Received} received transactions.",
                "A and E accept all, P some, all other verdicts none.",
                group.Verdict
            );
        }
        if (group.Transactions.Count > group.Received || group.Transactions.Count(t => t.IsAccepted) > group.Accepted)
        {
            writer.Add(
                "More transactions are answered than the group's counts have.",
                "Count what came and what was accepted again; Acknowledgement.For does so.",
                null
            );
        }
    }

    private static void Write(CheckedWriter writer, TransactionAcknowledgement transaction)
    {
        writer.Begin("AK2");
        writer.Required(transaction.Transaction, 3, "the kind of transaction that is answered", least: 3);
        writer.Required(transaction.ControlNumber, 9, "the number of the transaction that is answered");
        writer.Optional(transaction.Guide, 35, "the guide of the transaction that is answered");
        writer.End();
        foreach (var error in transaction.SegmentErrors)
        {
            Write(writer, error);
        }
        writer.Begin("IK5");
        writer.RequiredOf(transaction.Verdict, SyntaxCodes.TransactionVerdicts, "the verdict on the transaction");
        var isClean = transaction.Verdict == AcknowledgementCodes.Accepted;
        if (isClean != (transaction.ErrorCodes.Count == 0) || (isClean && transaction.SegmentErrors.Count > 0))
        {
            writer.Add(
                $"The verdict {transaction.Verdict} on transaction {transaction.ControlNumber} does not go with its errors.",
                "A has no errors. All other verdicts have at least one code, such as 5 for errors in segments.",
                transaction.Verdict
            );
        }
        WriteCodes(writer, transaction.ErrorCodes, SyntaxCodes.OfTransaction, "an error of a transaction");
        writer.End();
    }

    private static void Write(CheckedWriter writer, SegmentError error)
    {
        writer.Begin("IK3");
        writer.Required(error.Segment, 3, "the id of the segment in error", least: 2);
        writer.Whole(error.Position, 1, int.MaxValue, "the place of the segment in error");
        writer.Optional(Cut(error.Loop, LongestLoop), LongestLoop, "the loop of the segment in error");
        writer.RequiredOf(error.Code, SyntaxCodes.OfSegment, "an error of a segment");
        if (error.ElementErrors.Count > 0 && error.Code != SyntaxCodes.ElementsInError)
        {
            writer.Add(
                $"Errors of elements do not go with the code {error.Code}.",
                $"Give them in a segment error of its own with code {SyntaxCodes.ElementsInError}.",
                error.Code
            );
        }
        writer.End();
        // Triggers come before the business unit.
        var units = error.Contexts.Where(c => c.IsBusinessUnit).ToList();
        WriteTriggers(writer, [.. error.Contexts.Where(c => !c.IsBusinessUnit)], MostSegmentTriggers);
        writer.AtMost(units.Count, 1, "business units of a segment in error");
        foreach (var unit in units)
        {
            WriteUnit(writer, unit);
        }
        foreach (var element in error.ElementErrors)
        {
            Write(writer, element);
        }
    }

    private static void Write(CheckedWriter writer, ElementError error)
    {
        writer.Begin("IK4");
        WritePosition(writer, error.Position, error.Component, error.Repetition);
        writer.Whole(error.DataElement, 9999, "the number of the data element");
        writer.RequiredOf(error.Code, SyntaxCodes.OfElement, "an error of an element");
        writer.Optional(writer.Clean(error.BadValue, LongestCopy), LongestCopy, "the copy of a bad value");
        writer.End();
        if (error.Contexts.Any(c => c.IsBusinessUnit))
        {
            writer.Add("An element's error names a business unit.", "Name it with the segment's error.", null);
        }
        WriteTriggers(writer, [.. error.Contexts.Where(c => !c.IsBusinessUnit)], MostElementTriggers);
    }

    private static void WriteTriggers(CheckedWriter writer, IReadOnlyList<ErrorContext> triggers, int most)
    {
        writer.AtMost(triggers.Count, most, "triggers of one error");
        foreach (var trigger in triggers)
        {
            writer.Begin("CTX");
            writer.Code(ErrorContext.SituationalTrigger);
            writer.Required(trigger.Segment, 3, "the id of the segment that triggered", least: 2);
            writer.Whole(trigger.Position ?? 0, 1, int.MaxValue, "the place of the segment that triggered");
            writer.Optional(Cut(trigger.Loop, LongestLoop), LongestLoop, "the loop of the segment that triggered");
            if (trigger.Element is { } element)
            {
                WritePosition(writer, element, trigger.Component, trigger.Repetition);
            }
            else
            {
                writer.Skip();
            }
            writer.Whole(trigger.DataElement, 9999, "the number of the data element");
            writer.End();
        }
    }

    private static void WriteUnit(CheckedWriter writer, ErrorContext unit)
    {
        writer.Begin("CTX");
        writer.BeginComposite();
        writer.RequiredOf(unit.Name, SyntaxCodes.BusinessUnits, "a business unit");
        writer.Required(writer.Clean(unit.Value, LongestReference), LongestReference, "the business unit's number");
        writer.EndComposite();
        writer.End();
    }

    private static void WritePosition(CheckedWriter writer, int element, int? component, int? repetition)
    {
        writer.BeginComposite();
        writer.Whole(element, 1, 99, "the place of the element");
        writer.Whole(component, 99, "the place in the composite");
        writer.Whole(repetition, 9999, "the repetition");
        writer.EndComposite();
    }

    private static void WriteCodes(
        CheckedWriter writer,
        IReadOnlyList<string> codes,
        IReadOnlyCollection<string> allowed,
        string what
    )
    {
        writer.AtMost(codes.Count, MostCodes, "codes");
        foreach (var code in codes)
        {
            writer.RequiredOf(code, allowed, what);
        }
    }

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..most] : text;
}
