namespace Hearth.Modules.Reports;

public static class EvidenceWords
{
    public static string Short(EvidenceGrade grade) =>
        grade switch
        {
            EvidenceGrade.Counted => "counted",
            EvidenceGrade.PeopleSaid => "people said",
        };

    public static string Of(EvidenceGrade grade) =>
        grade switch
        {
            EvidenceGrade.Counted => "counted at the time",
            EvidenceGrade.PeopleSaid => "people said",
        };
}
