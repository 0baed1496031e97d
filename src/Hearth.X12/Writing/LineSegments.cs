using System.Runtime.CompilerServices;
using Hearth.X12.Reading;

namespace Hearth.X12.Writing;

/// <summary>A service line: loops 2400 to 2430.</summary>
internal static class LineSegments
{
    private const int MostModifiers = 4;

    public static void Write(SegmentWriter to, Claim claim, ServiceLine line, int number)
    {
        var lx = to.Start("LX"u8);
        lx.Number(number);
        lx.End();
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
        var pen = to.Start("SV1"u8);
        Procedure(ref pen, line.CodeList, line.Procedure, line.Modifiers.Items());
        if (!string.IsNullOrEmpty(line.Description))
        {
            pen.SkipParts(MostModifiers - line.Modifiers.Count);
            pen.Part(line.Description);
        }
        pen.Amount(line.ChargeCents);
        pen.Text(line.Unit);
        pen.Quantity(line.Quantity);
        pen.Text(line.PlaceOfService == claim.PlaceOfService ? null : line.PlaceOfService);
        pen.Skip();
        var pointers = line.DiagnosisPointers.Items();
        if (pointers.IsEmpty)
        {
            pen.Skip();
        }
        for (var i = 0; i < pointers.Length; i++)
        {
            if (i == 0)
            {
                pen.Number(pointers[i]);
            }
            else
            {
                pen.Part(pointers[i]);
            }
        }
        pen.Skip();
        pen.Yes(line.IsEmergency, 'Y');
        pen.Skip();
        pen.Yes(line.IsEpsdt, 'Y');
        pen.Yes(line.IsFamilyPlanning, 'Y');
        pen.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Procedure(ref Pen pen, string list, string code, ReadOnlySpan<string> modifiers)
    {
        pen.Text(list);
        pen.Part(code);
        foreach (var modifier in modifiers)
        {
            pen.Part(modifier);
        }
    }

    private static void Adjudication(SegmentWriter to, LineAdjudication adjudication)
    {
        var pen = to.Start("SVD"u8);
        pen.Text(adjudication.PayerId);
        pen.Amount(adjudication.PaidCents);
        Procedure(ref pen, adjudication.CodeList, adjudication.Procedure, adjudication.Modifiers.Items());
        pen.Skip();
        pen.Quantity(adjudication.Quantity);
        if (adjudication.BundledLine is { } bundled)
        {
            pen.Number(bundled);
        }
        pen.End();
        ClaimSegments.Adjustments(to, adjudication.Adjustments);
        to.Dates("573"u8, adjudication.On, null);
        to.Sum("EAF"u8, adjudication.RemainingCents);
    }
}
