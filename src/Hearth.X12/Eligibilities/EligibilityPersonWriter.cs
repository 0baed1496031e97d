using Hearth.X12.Writing;

namespace Hearth.X12.Eligibilities;

/// <summary>Writes what a 270 says of the insured and of a dependent.</summary>
internal static class EligibilityPersonWriter
{
    public static void WriteSubscriber(CheckedWriter to, EligibilityPerson person)
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

    public static void WriteDependent(CheckedWriter to, EligibilityPerson person)
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

    public static void WriteRole(CheckedWriter to, ProviderRole? role, IReadOnlyCollection<string> roles)
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

    public static void WriteDate(
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
