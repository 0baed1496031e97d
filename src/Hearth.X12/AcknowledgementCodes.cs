namespace Hearth.X12;

/// <summary>The verdicts of 999 and TA1 (elements 715, 717 and I17).</summary>
public static class AcknowledgementCodes
{
    /// <summary>A: accepted.</summary>
    public const string Accepted = "A";

    /// <summary>E: accepted, though errors were found.</summary>
    public const string AcceptedWithErrors = "E";

    /// <summary>P: a group of which some transactions were accepted and others rejected.</summary>
    public const string PartlyAccepted = "P";

    /// <summary>R: rejected. The sender has to correct it and send it again.</summary>
    public const string Rejected = "R";

    /// <summary>The receiver works with what has this verdict.</summary>
    public static bool Accepts(string verdict) => verdict is Accepted or AcceptedWithErrors;
}
