namespace Hearth.X12.Comparing;

/// <summary>What is compared of a service line, and of what claims and lines have alike.</summary>
internal static class LineFields
{
    public static void Add(Item to, ServicePayment line)
    {
        to.Add("Procedure", Named(line.Procedure));
        to.Add("Procedure's description", line.Procedure.Description);
        to.Add("Submitted procedure", line.SubmittedProcedure is { } submitted ? Named(submitted) : null);
        to.Add("Submitted procedure's description", line.SubmittedProcedure?.Description);
        to.Add("Charge", Cents.Show(line.ChargeCents));
        to.Add("Paid", Cents.Show(line.PaidCents));
        to.Add("Revenue code", line.RevenueCode);
        to.Add("Units paid", Normal.Number(line.UnitsPaid ?? 1)); // the guide takes one where none are named
        to.Add("Units billed", Normal.Number(line.UnitsBilled));
        Add(to, line.Adjustments);
        Add(to, line.Dates);
        Add(to, line.References);
        Add(to, line.Amounts);
        Add(to, line.Quantities);
        foreach (var remark in line.RemarkCodes)
        {
            to.Add(remark.List == "HE" ? "Remark" : $"Remark {remark.List}", remark.Code);
        }
    }

    public static void Add(Item to, IReadOnlyList<Adjustment> adjustments)
    {
        foreach (var (group, reason, cents, quantity) in adjustments)
        {
            var units = quantity is { } there ? $", {Normal.Number(there)} units" : "";
            to.Add($"Adjustment {group}-{reason}", Cents.Show(cents) + units);
        }
    }

    public static void Add(Item to, IReadOnlyList<QualifiedDate> dates)
    {
        foreach (var (qualifier, date) in dates)
        {
            to.Add(Names.Date(qualifier), Normal.Day(date));
        }
    }

    public static void Add(Item to, IReadOnlyList<Reference> references)
    {
        foreach (var (qualifier, value, description) in references)
        {
            to.Add(Names.Reference(qualifier), description is null ? value : $"{value} {description}");
        }
    }

    public static void Add(Item to, IReadOnlyList<QualifiedAmount> amounts)
    {
        foreach (var (qualifier, cents) in amounts)
        {
            to.Add(Names.Amount(qualifier), Cents.Show(cents));
        }
    }

    public static void Add(Item to, IReadOnlyList<QualifiedQuantity> quantities)
    {
        foreach (var (qualifier, quantity) in quantities)
        {
            to.Add($"Quantity {qualifier}", Normal.Number(quantity));
        }
    }

    private static string Named(Procedure procedure) => $"{procedure.Qualifier} {procedure}";
}
