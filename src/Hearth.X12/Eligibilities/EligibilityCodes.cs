using Hearth.X12.Guides;
using Hearth.X12.Writing;

namespace Hearth.X12.Eligibilities;

/// <summary>The codes and counts that 005010X279A1 allows in a 270.</summary>
internal static class EligibilityCodes
{
    public const int MostQuestions = 99;
    public const int MostReferences = 9;
    public const int MostTraces = 2;
    public const int MostDiagnoses = 8;
    public const int MostDates = 2;
    public const int MostServiceTypes = 99;

    public static readonly string[] Purposes = ["01", "13"];
    public static readonly PartyRule Source = new(Split("2B 36 GP P5 PR"), Split("24 46 FI NI PI XV XX"));
    public static readonly PartyRule Receiver = new(Split("1P 2B 36 80 FA GP P5 PR"), Split("24 34 FI PI PP SV XV XX"))
    {
        HasDetails = true,
    };
    public static readonly string[] ReceiverReferences = Split("0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ");
    public static readonly string[] PatientRoles = Split("AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU");
    public static readonly string[] ReceiverRoles = [.. PatientRoles, "SB"];
    public static readonly string[] RoleIds = Split("9K D3 EI HPI PXC SY TJ");
    public static readonly string[] SubscriberReferences = Split("18 1L 1W 3H 6P CT EA EJ F6 GH HJ IG N6 NQ SY Y4");
    public static readonly string[] DependentReferences = Split("18 1L 1W 6P CT EA EJ F6 GH HJ IF IG MRC N6 SY Y4");
    public static readonly string[] Relationships = ["01", "19", "34"];
    public static readonly string[] FirstDiagnosis = ["ABK", "BK"];
    public static readonly string[] OtherDiagnosis = ["ABF", "BF"];
    public static readonly string[] CoverageLevels = ["FAM"];
    public static readonly string[] PersonDates = ["102", "291"];
    public static readonly string[] ProcedureLists = Split("AD CJ HC ID IV N4 ZZ");

    private static readonly Lazy<CodeList> ServiceTypes = new(() => CodeList.Read("service-types"));

    public static bool IsServiceType(string code) => ServiceTypes.Value.Find(code) is not null;

    private static string[] Split(string codes) => codes.Split(' ');
}
