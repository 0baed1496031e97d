using Hearth.X12.Writing;

namespace Hearth.X12.Eligibilities;

/// <summary>Writes 270 as 005010X279A1 asks.</summary>
internal static class EligibilityWriter
{
    public static readonly WrittenKind Kind = new("HS", "270", "005010X279A1");

    public static void Write(CheckedWriter to, EligibilityInquiry inquiry)
    {
        to.About = inquiry.Patient.MemberId ?? inquiry.Subscriber.MemberId ?? "";
        WriteHeader(to, inquiry);
        to.Codes("HL", "1", "", "20", "1");
        to.Party(inquiry.Source, EligibilityCodes.Source, "who is asked");
        to.Codes("HL", "2", "1", "21", "1");
        WriteReceiver(to, inquiry);
        var hasDependent = inquiry.Dependent is not null;
        to.Codes("HL", "3", "2", "22", hasDependent ? "1" : "0");
        if (!hasDependent)
        {
            WriteTraces(to, inquiry.Traces);
        }
        EligibilityPersonWriter.WriteSubscriber(to, inquiry.Subscriber);
        if (inquiry.Dependent is { } dependent)
        {
            to.Codes("HL", "4", "3", "23", "0");
            WriteTraces(to, inquiry.Traces);
            EligibilityPersonWriter.WriteDependent(to, dependent);
        }
        to.AtMost(inquiry.Questions.Count, EligibilityCodes.MostQuestions, "questions");
        foreach (var question in inquiry.Questions)
        {
            WriteQuestion(to, question, isOfSubscriber: !hasDependent);
        }
    }

    private static void WriteHeader(CheckedWriter to, EligibilityInquiry inquiry)
    {
        to.Begin("BHT");
        to.Code("0022");
        to.RequiredOf(inquiry.Purpose, EligibilityCodes.Purposes, "the purpose");
        to.Optional(inquiry.Reference, 50, "the inquiry's number");
        to.Moment(inquiry.Created, "the inquiry");
        if (inquiry.IsSpendDown)
        {
            to.Code("RT");
        }
        to.End();
    }

    private static void WriteReceiver(CheckedWriter to, EligibilityInquiry inquiry)
    {
        var receiver = inquiry.Receiver;
        to.Party(receiver, EligibilityCodes.Receiver, "who asks");
        to.AtMost(receiver.SecondaryIds.Count, EligibilityCodes.MostReferences, "numbers of who asks");
        foreach (var id in receiver.SecondaryIds)
        {
            to.Reference(id.Qualifier, id.Value, "another number of who asks", EligibilityCodes.ReceiverReferences);
        }
        to.Address(receiver.Address, "who asks");
        EligibilityPersonWriter.WriteRole(to, inquiry.ReceiverRole, EligibilityCodes.ReceiverRoles);
    }

    private static void WriteQuestion(CheckedWriter to, EligibilityQuestion question, bool isOfSubscriber)
    {
        to.Begin("EQ");
        to.Repeated(question.ServiceTypes, EligibilityCodes.MostServiceTypes, 2, "a kind of service");
        foreach (var type in question.ServiceTypes.Where(t => !EligibilityCodes.IsServiceType(t)))
        {
            to.Add($"\"{type}\" is no kind of service.", "Use a code of the guide's list, such as 30.", type);
        }
        if (question.ServiceTypes.Count == 0 && question.Procedure is null)
        {
            to.Add(
                "A question names neither a kind of service nor a procedure.",
                "Use 30 for the plan as a whole.",
                null
            );
        }
        if (question.Procedure is { } procedure)
        {
            to.Procedure(procedure, EligibilityCodes.ProcedureLists);
        }
        else
        {
            to.Skip();
        }
        to.OptionalOf(question.CoverageLevel, EligibilityCodes.CoverageLevels, "the coverage level");
        if (!isOfSubscriber && question.CoverageLevel is not null)
        {
            to.Add("A dependent's question names a coverage level.", "Only the insured's may.", question.CoverageLevel);
        }
        to.Skip();
        to.Pointers(question.DiagnosisPointers);
        to.End();
        WriteSpendDown(to, question, isOfSubscriber);
        if (question.PlaceOfService is not null)
        {
            to.Begin("III");
            to.Code("ZZ");
            to.Required(question.PlaceOfService, 2, "the place of service", least: 2);
            to.End();
        }
        if (question.Authorization is { } authorization)
        {
            to.Reference(authorization.Qualifier, authorization.Value, "a prior authorization", ["9F", "G1"]);
        }
        if (question.Date is { } date)
        {
            EligibilityPersonWriter.WriteDate(to, date, ["291"], "a question");
        }
    }

    private static void WriteSpendDown(CheckedWriter to, EligibilityQuestion question, bool isOfSubscriber)
    {
        WriteAmount(to, "R", question.SpendDownCents);
        WriteAmount(to, "PB", question.SpendDownBilledCents);
        if (!isOfSubscriber && (question.SpendDownCents ?? question.SpendDownBilledCents) is not null)
        {
            to.Add("A dependent's question names a spend-down.", "Only the insured has one.", null);
        }
    }

    private static void WriteAmount(CheckedWriter to, string qualifier, long? cents)
    {
        if (cents is not null)
        {
            to.Begin("AMT");
            to.Code(qualifier);
            to.Amount(cents);
            to.End();
        }
    }

    private static void WriteTraces(CheckedWriter to, IReadOnlyList<TraceNumber> traces)
    {
        to.AtMost(traces.Count, EligibilityCodes.MostTraces, "trace numbers");
        foreach (var trace in traces)
        {
            to.Begin("TRN");
            to.Code("1");
            to.Required(trace.Number, 50, "the trace number");
            to.Required(trace.Originator, 10, "who gave the trace number", least: 10);
            to.Optional(trace.Division, 50, "the part of who gave the trace number");
            to.End();
        }
    }
}
