using System.Globalization;

namespace Hearth.X12.Acknowledgements;

/// <summary>The codes that 005010X231A1 allows, and those of TA1.</summary>
internal static class SyntaxCodes
{
    /// <summary>IK304 of a segment whose elements have errors.</summary>
    public const string ElementsInError = "8";

    private const int LastNote = 31;

    public static readonly string[] InterchangeVerdicts = ["A", "E", "R"];
    public static readonly string[] TransactionVerdicts = ["A", "E", "M", "R", "W", "X"];
    public static readonly string[] GroupVerdicts = ["A", "E", "M", "P", "R", "W", "X"];

    /// <summary>TA105: 000 to 031.</summary>
    public static readonly string[] InterchangeNotes =
    [
        .. Enumerable.Range(0, LastNote + 1).Select(n => n.ToString("000", CultureInfo.InvariantCulture)),
    ];

    /// <summary>AK905 to AK909.</summary>
    public static readonly string[] OfGroup = Split("1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26");

    /// <summary>IK502 to IK506.</summary>
    public static readonly string[] OfTransaction = Split(
        "1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6"
    );

    /// <summary>IK304.</summary>
    public static readonly string[] OfSegment = Split("1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9");

    /// <summary>IK403.</summary>
    public static readonly string[] OfElement = Split("1 2 3 4 5 6 7 8 9 10 11 12 13 I6 I9 I10 I11 I12 I13");

    /// <summary>CTX01-1 of a business unit.</summary>
    public static readonly string[] BusinessUnits =
    [
        "CLM01",
        "ENT01",
        "NM109",
        "PATIENT NAME NM109",
        "SUBSCRIBER NAME NM109",
        "SUBSCRIBER NUMBER REF02",
        "TRN02",
    ];

    private static string[] Split(string codes) => codes.Split(' ');
}
