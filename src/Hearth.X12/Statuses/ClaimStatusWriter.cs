using Hearth.X12.Writing;

namespace Hearth.X12.Statuses;

/// <summary>Writes 276 as 005010X212 asks.</summary>
internal static class ClaimStatusWriter
{
    public static readonly WrittenKind Kind = new("HR", "276", "005010X212");

    private static readonly string[] Genders = ["F", "M"];
    private static readonly string[] SubscriberIds = ["24", "II", "MI"];
    private static readonly string[] ProcedureLists = ["AD", "ER", "HC", "HP", "IV", "N4", "NU", "WK"];
    private static readonly PartyRule Payer = new(["PR"], ["PI", "XV"]) { IsOrganization = true };
    private static readonly PartyRule Receiver = new(["41"], ["46"]) { IsNameRequired = false, HasSuffix = false };
    private static readonly PartyRule Provider = new(["1P"], ["FI", "SV", "XX"]) { IsNameRequired = false };

    public static void Write(CheckedWriter to, ClaimStatusInquiry inquiry)
    {
        to.About = inquiry.ClaimId ?? inquiry.Trace;
        WriteHeader(to, inquiry);
        to.Codes("HL", "1", "", "20", "1");
        to.Party(inquiry.Payer, Payer, "the payer");
        to.Codes("HL", "2", "1", "21", "1");
        to.Party(inquiry.Receiver, Receiver, "who asks");
        to.Codes("HL", "3", "2", "19", "1");
        to.Party(inquiry.Provider, Provider, "the provider");
        if (inquiry.ProviderByOtherId is { } other)
        {
            to.Party(other, Provider, "the provider");
        }
        to.Codes("HL", "4", "3", "22", inquiry.Dependent is null ? "0" : "1");
        WriteSubscriber(to, inquiry.Subscriber);
        if (inquiry.Dependent is { } dependent)
        {
            to.Codes("HL", "5", "4", "23");
            WriteDependent(to, dependent);
        }
        WriteClaim(to, inquiry);
        foreach (var line in inquiry.Lines)
        {
            WriteLine(to, line);
        }
    }

    private static void WriteHeader(CheckedWriter to, ClaimStatusInquiry inquiry)
    {
        to.Begin("BHT");
        to.Code("0010");
        to.Code("13");
        to.Required(inquiry.Reference, 50, "the inquiry's number");
        to.Moment(inquiry.Created, "the inquiry");
        to.End();
    }

    private static void WriteSubscriber(CheckedWriter to, StatusPerson person)
    {
        const string what = "the insured";
        WriteDemographics(to, person, what);
        to.Person("IL", person.Name, person.MemberIdQualifier, person.MemberId, what);
        if (string.IsNullOrWhiteSpace(person.Name?.Last) || string.IsNullOrWhiteSpace(person.MemberId))
        {
            to.Add("The insured has no name or no member's id.", "Give both.", null);
        }
        if (!SubscriberIds.Contains(person.MemberIdQualifier))
        {
            to.Add(
                $"\"{person.MemberIdQualifier}\" is no kind of a member's id.",
                $"Use one of {string.Join(", ", SubscriberIds)}.",
                person.MemberIdQualifier
            );
        }
    }

    private static void WriteDependent(CheckedWriter to, StatusPerson person)
    {
        const string what = "the dependent";
        WriteDemographics(to, person, what);
        to.Person("QC", person.Name, qualifier: null, id: null, what);
        if (string.IsNullOrWhiteSpace(person.Name?.Last) || person.Born is null)
        {
            to.Add("The dependent has no name or no day of birth.", "Give both.", null);
        }
        to.NoPlace(person.Name is { IsOrganization: true }, "an organization as the dependent");
        to.NoPlace(person.MemberId is not null, "a member's id of the dependent");
    }

    private static void WriteDemographics(CheckedWriter to, StatusPerson person, string what)
    {
        to.Demographics(person.Born, person.Gender, what, Genders);
        if (person.Born is null && person.Gender is not null)
        {
            to.Missing($"the day of birth of {what}");
        }
    }

    private static void WriteClaim(CheckedWriter to, ClaimStatusInquiry inquiry)
    {
        to.Begin("TRN");
        to.Code("1");
        to.Required(inquiry.Trace, 50, "the trace number");
        to.End();
        WriteReference(to, "1K", inquiry.PayerControlNumber, "the payer's number of the claim");
        WriteReference(to, "BLT", inquiry.BillType, "the bill type");
        WriteReference(to, "LU", inquiry.Location, "the payer's system or place");
        WriteReference(to, "6P", inquiry.GroupNumber, "the group's number");
        WriteReference(to, "EJ", inquiry.ClaimId, "the provider's number of the claim");
        WriteReference(to, "XZ", inquiry.PrescriptionNumber, "the prescription's number");
        WriteReference(to, "D9", inquiry.ClearinghouseNumber, "the clearinghouse's number of the claim");
        if (inquiry.ChargeCents is { } cents)
        {
            to.Begin("AMT");
            to.Code("T3");
            to.Amount(cents);
            to.End();
        }
        if (inquiry.From is { } from)
        {
            to.Period("472", from, inquiry.Through ?? from, "the claim");
        }
        else if (inquiry.Through is not null)
        {
            to.Missing("the first day of the claim");
        }
    }

    private static void WriteLine(CheckedWriter to, StatusInquiryLine line)
    {
        to.Begin("SVC");
        to.Procedure(line.Procedure, ProcedureLists);
        if (line.ChargeCents is null)
        {
            to.Missing("the charge of a line");
        }
        to.Amount(line.ChargeCents);
        to.Skip();
        to.Optional(line.RevenueCode, 48, "the revenue code of a line");
        to.Skip(2);
        to.Number(line.Units, "the units of a line");
        to.End();
        WriteReference(to, "FJ", line.ControlNumber, "the number of a line");
        if (line.From is { } from)
        {
            to.Period("472", from, line.Through ?? from, "a line");
        }
        else
        {
            to.Missing("the day of a line");
        }
    }

    private static void WriteReference(CheckedWriter to, string qualifier, string? value, string what)
    {
        if (!string.IsNullOrEmpty(value))
        {
            to.Reference(qualifier, value, what);
        }
    }
}
