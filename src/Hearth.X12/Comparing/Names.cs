namespace Hearth.X12.Comparing;

/// <summary>What billers call what stands under a qualifier.</summary>
internal static class Names
{
    public static string Date(string qualifier) =>
        qualifier switch
        {
            "036" => "Coverage ended",
            "050" => "Received",
            "150" => "Service from",
            "151" => "Service to",
            "232" => "Statement from",
            "233" => "Statement to",
            "472" => "Service date",
            _ => $"Date {qualifier}",
        };

    public static string Amount(string qualifier) =>
        qualifier switch
        {
            "AU" => "Coverage amount",
            "B6" => "Allowed",
            "D8" => "Discount",
            "F5" => "Patient paid",
            "I" => "Interest",
            "T" => "Tax",
            _ => $"Amount {qualifier}",
        };

    public static string Reference(string qualifier) =>
        qualifier switch
        {
            "6R" => "Line control number",
            "EA" => "Medical record number",
            "F8" => "Original reference number",
            "G1" => "Prior authorization",
            "9F" => "Referral",
            "1L" => "Group number",
            "CE" => "Contract class",
            "LU" => "Place of service",
            _ => $"Reference {qualifier}",
        };
}
