using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Organizations;

/// <summary>The plain words for what an organization is and does.</summary>
public static class OrganizationWords
{
    public static string Of(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.PeerRun => "peer-run organization",
            OrganizationKind.TreatmentProgram => "treatment program",
            OrganizationKind.Payer => "payer",
            OrganizationKind.StateAgency => "state agency",
            OrganizationKind.Funder => "funder",
            OrganizationKind.Network => "network",
            OrganizationKind.FiscalSponsor => "fiscal sponsor",
        };

    public static string Of(ProgramModel model) =>
        model switch
        {
            ProgramModel.PeerRespite => "peer respite",
            ProgramModel.RecoveryCenter => "drop-in or recovery community center",
            ProgramModel.WarmLine => "warm line",
            ProgramModel.MutualSupportGroups => "mutual support groups",
            ProgramModel.HealthTraining => "peer-run health training",
            ProgramModel.RecoveryCoaching => "recovery coaching",
            ProgramModel.YouthMentoring => "youth and young-adult mentoring",
            ProgramModel.OlderAdultSupport => "older-adult support",
            ProgramModel.Bridging => "bridging and in-reach",
            ProgramModel.Advocacy => "advocacy",
        };

    public static string Of(LegalRegime regime) =>
        regime switch
        {
            LegalRegime.InternalPromise => "our own promise",
            LegalRegime.Hipaa => "HIPAA",
            LegalRegime.Part2 => "42 CFR Part 2",
        };

    /// <summary>What a regime asks of the program, in a sentence a peer worker could read out.</summary>
    public static string Explain(LegalRegime regime) =>
        regime switch
        {
            LegalRegime.InternalPromise =>
                "No privacy law binds these records; what you promised people does. Most peer-run programs that bill nobody are here.",
            LegalRegime.Hipaa =>
                "The federal health privacy rule binds these records, as a rule because the program bills health plans electronically.",
            LegalRegime.Part2 =>
                "The federal rule for substance-use records binds these, as a rule because the program is federally assisted and holds itself out as one for substance use. Nothing leaves without the person's written yes.",
        };

    public static string Of(RecordLevel level) =>
        level switch
        {
            RecordLevel.Counted => "counted",
            RecordLevel.Personal => "personal",
            RecordLevel.Billable => "billable",
        };

    /// <summary>What it means that a program's records start at this level.</summary>
    public static string Explain(RecordLevel level) =>
        level switch
        {
            RecordLevel.Counted => "Nobody gives a name. A visit is a number until the person wants more.",
            RecordLevel.Personal =>
                "The form opens at personal; a name or code is still only kept with the person's yes.",
            RecordLevel.Billable =>
                "The form opens at billable, which needs the person's yes each time, and is held until billing is set up.",
        };

    /// <summary>As the first word of a line.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
