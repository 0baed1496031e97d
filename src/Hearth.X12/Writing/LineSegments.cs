using Hearth.X12.Reading;

namespace Hearth.X12.Writing;

/// <summary>A service line: loops 2400 to 2430.</summary>
internal static class LineSegments
{
    public static void Write(SegmentWriter to, Claim claim, ServiceLine line, int number)
    {
        to.Begin("LX"u8);
        to.Element(number);
        to.End();
        Service(to, claim, line);
        to.Dates("472"u8, line.From, line.Through);
        to.Reference("G1"u8, line.PriorAuthorization);
        to.Reference("6R"u8, line.ControlNumber);
        to.Reference("9F"u8, line.Referral);
        to.Note(line.Note);
        if (line.Rendering is not null && line.Rendering != claim.Rendering)
        {
            ClaimSegments.Provider(to, "82"u8, line.Rendering, hasSpecialty: true);
        }
        if (line.Supervising is not null && line.Supervising != claim.Supervising)
        {
            ClaimSegments.Provider(to, "DQ"u8, line.Supervising, hasSpecialty: false);
        }
        foreach (var adjudication in line.Adjudications.Items())
        {
            Adjudication(to, adjudication);
        }
    }

    private static void Service(SegmentWriter to, Claim claim, ServiceLine line)
    {
        to.Begin("SV1"u8);
        Procedure(to, line.CodeList, line.Procedure, line.Modifiers, line.Description);
        to.Amount(line.ChargeCents);
        to.Text(line.Unit);
        to.Quantity(line.Quantity);
        to.Text(line.PlaceOfService == claim.PlaceOfService ? null : line.PlaceOfService);
        to.Skip();
        to.BeginComposite();
        foreach (var pointer in line.DiagnosisPointers.Items())
        {
            to.Element(pointer);
        }
        to.EndComposite();
        to.Skip();
        to.Yes(line.IsEmergency, "Y"u8);
        to.Skip();
        to.Yes(line.IsEpsdt, "Y"u8);
        to.Yes(line.IsFamilyPlanning, "Y"u8);
        to.End();
    }

    private static void Procedure(
        SegmentWriter to,
        string list,
        string code,
        IReadOnlyList<string> modifiers,
        string? description
    )
    {
        const int mostModifiers = 4;
        to.BeginComposite();
        to.Text(list);
        to.Text(code);
        foreach (var modifier in modifiers.Items())
        {
            to.Text(modifier);
        }
        if (!string.IsNullOrEmpty(description))
        {
            to.Skip(mostModifiers - modifiers.Count);
            to.Text(description);
        }
        to.EndComposite();
    }

    private static void Adjudication(SegmentWriter to, LineAdjudication adjudication)
    {
        to.Begin("SVD"u8);
        to.Text(adjudication.PayerId);
        to.Amount(adjudication.PaidCents);
        Procedure(to, adjudication.CodeList, adjudication.Procedure, adjudication.Modifiers, null);
        to.Skip();
        to.Quantity(adjudication.Quantity);
        if (adjudication.BundledLine is { } bundled)
        {
            to.Element(bundled);
        }
        to.End();
        ClaimSegments.Adjustments(to, adjudication.Adjustments);
        to.Dates("573"u8, adjudication.On, null);
        to.Sum("EAF"u8, adjudication.RemainingCents);
    }
}
