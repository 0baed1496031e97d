namespace Hearth.X12.Comparing;

/// <summary>What is compared of a payment.</summary>
internal static class PaymentFields
{
    public static void Add(Item to, Payment payment)
    {
        to.Add("Handling", payment.HandlingCode);
        to.Add("Amount", Cents.Show(payment.AmountCents));
        to.Add("Credit or debit", payment.CreditOrDebit);
        to.Add("Method", payment.Method);
        to.Add("Format", payment.Format);
        to.Add("Paying account", Text(payment.From));
        to.Add("Receiving account", Text(payment.To));
        to.Add("Originator", payment.OriginatorId);
        to.Add("Originator's supplement", payment.OriginatorSupplement);
        to.Add("Payment date", Normal.Day(payment.PaymentDate));
        to.Add("Payer's supplement", payment.PayerSupplement);
        to.Add("Currency", payment.Currency);
        to.Add("Receiver", payment.ReceiverId);
        to.Add("Version", payment.Version);
        to.Add("Production date", Normal.Day(payment.ProductionDate));
        PartyFields.Add(to, "Payer", payment.Payer);
        PartyFields.Add(to, "Payee", payment.Payee);
        to.Add("Delivery", payment.Delivery is var (method, name, number) ? $"{method} {name} {number}" : null);
        LineFields.Add(to, payment.References);
        foreach (var segment in payment.NotCarried)
        {
            to.Add("Other segment", Normal.Text(segment.Text, payment.Origin.Envelope.Delimiters));
        }
    }

    public static void Add(Item to, ProviderSummary summary)
    {
        if (summary.ProviderId is null && summary.Figures.Count == 0)
        {
            return;
        }
        var group =
            $"Group {summary.ProviderId} {summary.FacilityType} {Normal.Day(summary.FiscalPeriodEnd)}".TrimEnd();
        to.Add($"{group}: claims", Normal.Number(summary.Claims));
        to.Add($"{group}: charge", summary.ChargeCents is { } cents ? Cents.Show(cents) : null);
        foreach (var (element, value) in summary.Figures)
        {
            to.Add($"{group}: {element}", Normal.Number(value));
        }
    }

    public static void Add(Item to, ProviderAdjustment adjustment)
    {
        var reference = adjustment.Reference is null ? "" : $" {adjustment.Reference}";
        to.Add(
            $"Provider-level adjustment {adjustment.Reason}{reference}",
            $"{Cents.Show(adjustment.Cents)} ({adjustment.ProviderId}, {Normal.Day(adjustment.FiscalPeriodEnd)})"
        );
    }

    private static string? Text(BankAccount? account) =>
        account is null
            ? null
            : $"{account.BankQualifier} {account.Bank} {account.AccountQualifier} {account.Account}".Trim();
}
