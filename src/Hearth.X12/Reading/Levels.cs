namespace Hearth.X12.Reading;

/// <summary>The levels that an HL segment may name (element 735).</summary>
internal static class Levels
{
    public const string Source = "20";
    public const string Receiver = "21";
    public const string Provider = "19";
    public const string Subscriber = "22";
    public const string Dependent = "23";
    public const string Patient = "PT";

    public static readonly string[] All = [Source, Receiver, Provider, Subscriber, Dependent, Patient];
}
