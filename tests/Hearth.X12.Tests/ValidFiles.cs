namespace Hearth.X12.Tests;

/// <summary>Files that keep to their guides, made by hand, one for each thing a guide allows that the tests rest on.</summary>
internal static class ValidFiles
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["837P"] = ValidClaims.SubscriberIsPatient,
            ["837P dependent"] = ValidClaims.Dependent,
            ["837P secondary"] = ValidClaims.Secondary,
            ["837P rich"] = ValidClaims.Rich,
            ["835"] = ValidRemittances.Reversal,
            ["835 no payment"] = ValidRemittances.NoPayment,
            ["835 check"] = ValidRemittances.Check,
            ["999"] = ValidAcknowledgements.Accepted,
            ["999 rejected"] = ValidAcknowledgements.Rejected,
            ["277CA"] = ValidAcknowledgements.Claims,
            ["277CA rejected"] = ValidAcknowledgements.ClaimsRejected,
            ["270"] = ValidInquiries.Eligibility,
            ["270 dependent"] = ValidInquiries.EligibilityOfDependent,
            ["271"] = ValidInquiries.Benefits,
            ["271 rejected"] = ValidInquiries.BenefitsRejected,
            ["276"] = ValidInquiries.Status,
            ["276 dependent"] = ValidInquiries.StatusOfDependent,
            ["277"] = ValidInquiries.StatusAnswer,
            ["277 dependent"] = ValidInquiries.StatusAnswerOfDependent,
        };

    /// <summary>One interchange with one group.</summary>
    public static string Interchange(string group, string version, params string[] transactions) =>
        "ISA*00*          *00*          *ZZ*SUBMIT01       *ZZ*PAYER1         *261101*0900*^*00501*000000007*0*T*:~"
        + $"GS*{group}*SUBMIT01*PAYER1*20261101*0900*1*X*{version}~"
        + string.Concat(transactions)
        + $"GE*{transactions.Length}*1~IEA*1*000000007~";

    /// <summary>A transaction of one segment a line. Its SE counts right. An 835 has no ST03.</summary>
    public static string Transaction(string kind, string version, string body, string control = "0001")
    {
        var segments = body.ReplaceLineEndings("");
        var header = kind == "835" ? $"ST*835*{control}~" : $"ST*{kind}*{control}*{version}~";
        return $"{header}{segments}SE*{segments.Count(c => c == '~') + 2}*{control}~";
    }

    /// <summary>One interchange of one transaction.</summary>
    public static string File(string group, string kind, string version, string body) =>
        Interchange(group, version, Transaction(kind, version, body));

    /// <summary>SE01 counted again, after segments came or went.</summary>
    public static string Recount(string text)
    {
        var segments = text.Split('~');
        var start = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].StartsWith("ST*", StringComparison.Ordinal))
            {
                start = i;
            }
            else if (segments[i].StartsWith("SE*", StringComparison.Ordinal))
            {
                var elements = segments[i].Split('*');
                elements[1] = $"{i - start + 1}";
                segments[i] = string.Join('*', elements);
            }
        }
        return string.Join('~', segments);
    }
}
