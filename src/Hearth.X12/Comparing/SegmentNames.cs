namespace Hearth.X12.Comparing;

/// <summary>What people call segments, elements, parties and levels of transactions that are no remittances.</summary>
internal static class SegmentNames
{
    /// <summary>A segment, told from its namesakes by its qualifier.</summary>
    public static string Of(string tag, in Segment segment) =>
        tag switch
        {
            "CLM" => "Claim",
            "HI" => "Diagnoses",
            "SV1" or "SV2" or "SV3" => "Service",
            "NM1" or "N1" => "Name",
            "N3" => "Address",
            "N4" => "City",
            "DMG" => "Birth date and sex",
            "SBR" => "Coverage",
            "PRV" => "Taxonomy",
            "REF" => Names.Reference(segment.Text(1)),
            "DTP" or "DTM" => Names.Date(segment.Text(1)),
            "AMT" => Names.Amount(segment.Text(1)),
            "QTY" or "PER" or "PWK" or "NTE" or "EB" or "AAA" or "STC" => $"{tag}*{segment.Text(1)}",
            _ => tag,
        };

    public static string Element(string tag, int number)
    {
        var word = (tag, number) switch
        {
            ("CLM", 2) or ("SV1", 2) or ("SV2", 3) or ("SV3", 2) => "charge",
            ("CLM", 5) => "place of service and frequency",
            ("SV1", 1) or ("SV2", 2) or ("SV3", 1) => "procedure",
            ("SV1", 4) or ("SV2", 5) or ("SV3", 6) => "units",
            ("SV1", 5) => "place of service",
            ("SV1", 7) => "diagnosis pointers",
            ("NM1", 3) => "last name or organization",
            ("NM1", 4) => "first name",
            ("NM1", 9) => "id",
            ("N4", 1) => "city",
            ("N4", 2) => "state",
            ("N4", 3) => "ZIP code",
            ("DMG", 2) => "birth date",
            ("DMG", 3) => "sex",
            ("REF", 2) => "number",
            ("DTP", 3) or ("DTM", 2) => "day",
            ("AMT", 2) => "amount",
            _ => "",
        };
        return word.Length == 0 ? $"{tag}{number:00}" : $"{word} ({tag}{number:00})";
    }

    public static string Entity(string code) =>
        code switch
        {
            "40" => "Receiver",
            "41" => "Submitter",
            "77" => "Service facility",
            "82" => "Rendering provider",
            "85" => "Billing provider",
            "87" => "Pay-to address",
            "DN" => "Referring provider",
            "DQ" => "Supervising provider",
            "IL" => "Subscriber",
            "PR" => "Payer",
            "QC" => "Patient",
            _ => $"Party {code}",
        };

    public static string Level(string kind, string code) =>
        code switch
        {
            "20" when kind == "837" => "Billing provider",
            "19" => "Provider",
            "20" => "Source",
            "21" => "Receiver",
            "22" => "Subscriber",
            "23" => "Patient",
            "PT" => "Patient",
            _ => $"Level {code}",
        };
}
