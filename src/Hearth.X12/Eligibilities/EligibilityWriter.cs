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
        WriteSubscriber(to, inquiry.Subscriber);
        if (inquiry.Dependent is { } dependent)
        {
            to.Codes("HL", "4", "3", "23", "0");
            WriteTraces(to, inquiry.Traces);
            WriteDependent(to, dependent);
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
        WriteRole(to, inquiry.ReceiverRole, EligibilityCodes.ReceiverRoles);
    }

    private static void WriteSubscriber(CheckedWriter to, EligibilityPerson person)
    {
        const string what = "the insured";
        to.Person("IL", person.Name, person.MemberIdQualifier, person.MemberId, what);
        if (string.IsNullOrEmpty(person.MemberId) && string.IsNullOrEmpty(person.Name?.Last))
        {
            to.Add("The insured has neither a name nor a member's id.", "Give at least one of them.", null);
        }
        if (!string.IsNullOrEmpty(person.MemberId) && person.MemberIdQualifier is not ("MI" or "II"))
        {
            to.Add("The kind of the member's id is neither MI nor II.", "Use MI.", person.MemberIdQualifier);
        }
        WritePerson(to, person, EligibilityCodes.SubscriberReferences, what);
        if (person.BirthOrder is { } order)
        {
            WriteInsured(to, "Y", "18", order);
        }
        WriteDiagnosesAndDates(to, person, what);
    }

    private static void WriteDependent(CheckedWriter to, EligibilityPerson person)
    {
        const string what = "the dependent";
        to.Person("03", person.Name, qualifier: null, id: null, what);
        if (!string.IsNullOrEmpty(person.MemberId))
        {
            to.Add(
                "The dependent has a member's id.",
                "Give it with the insured: a dependent is one who has none.",
                null
            );
        }
        WritePerson(to, person, EligibilityCodes.DependentReferences, what);
        if (person.Relationship is not null || person.BirthOrder is not null)
        {
            WriteInsured(to, "N", person.Relationship, person.BirthOrder);
        }
        WriteDiagnosesAndDates(to, person, what);
    }

    private static void WritePerson(
        CheckedWriter to,
        EligibilityPerson person,
        IReadOnlyCollection<string> references,
        string what
    )
    {
        to.AtMost(person.References.Count, EligibilityCodes.MostReferences, $"numbers of {what}");
        foreach (var reference in person.References)
        {
            to.Reference(reference.Qualifier, reference.Value, $"another number of {what}", references);
            to.NoPlace(reference.Description is not null, $"the description of a number of {what}");
        }
        to.NoPlace((person.Change ?? person.ChangeReason) is not null, $"a change of {what}, which only answers have");
        to.Address(person.Address, what);
        WriteRole(to, person.Provider, EligibilityCodes.PatientRoles);
        to.Demographics(person.Born, person.Gender, what);
    }

    private static void WriteInsured(CheckedWriter to, string isSubscriber, string? relationship, int? order)
    {
        to.Begin("INS");
        to.Code(isSubscriber);
        if (isSubscriber == "Y")
        {
            to.Code(relationship!);
        }
        else
        {
            to.RequiredOf(relationship, EligibilityCodes.Relationships, "the dependent's relationship");
        }
        to.Skip(14);
        to.Whole(order, 999_999_999, "the order of birth");
        to.End();
    }

    private static void WriteDiagnosesAndDates(CheckedWriter to, EligibilityPerson person, string what)
    {
        to.AtMost(person.Diagnoses.Count, EligibilityCodes.MostDiagnoses, $"diagnoses of {what}");
        if (person.Diagnoses.Count > 0)
        {
            to.Begin("HI");
            var allowed = EligibilityCodes.FirstDiagnosis;
            foreach (var diagnosis in person.Diagnoses)
            {
                to.BeginComposite();
                to.RequiredOf(diagnosis.Qualifier, allowed, $"the list of a diagnosis of {what}");
                to.Required(diagnosis.Code, 30, $"a diagnosis of {what}");
                to.EndComposite();
                allowed = EligibilityCodes.OtherDiagnosis;
            }
            to.End();
        }
        to.AtMost(person.Dates.Count, EligibilityCodes.MostDates, $"dates of {what}");
        foreach (var date in person.Dates)
        {
            WriteDate(to, date, EligibilityCodes.PersonDates, what);
        }
    }

    private static void WriteQuestion(CheckedWriter to, EligibilityQuestion question, bool isOfSubscriber)
    {
        to.Begin("EQ");
        to.Repeated(question.ServiceTypes, EligibilityCodes.MostServiceTypes, 2, "a kind of service");
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
            WriteDate(to, date, ["291"], "a question");
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

    private static void WriteRole(CheckedWriter to, ProviderRole? role, IReadOnlyCollection<string> roles)
    {
        if (role is null)
        {
            return;
        }
        to.Begin("PRV");
        to.RequiredOf(role.Role, roles, "a provider's part");
        if (role.Qualifier is null != role.Id is null)
        {
            to.Add("A provider's part has an id or its kind, not both.", "Give both or neither.", role.Id);
        }
        to.OptionalOf(role.Qualifier, EligibilityCodes.RoleIds, "the kind of a provider's id");
        to.Optional(role.Id, 50, "a provider's id");
        to.End();
    }

    private static void WriteDate(
        CheckedWriter to,
        QualifiedPeriod date,
        IReadOnlyCollection<string> qualifiers,
        string what
    )
    {
        if (!qualifiers.Contains(date.Qualifier))
        {
            to.Add(
                $"{date.Qualifier} is no date of {what}.",
                $"Use {string.Join(" or ", qualifiers)}.",
                date.Qualifier
            );
        }
        to.Period(date.Qualifier, date.From, date.Through, what);
    }
}
