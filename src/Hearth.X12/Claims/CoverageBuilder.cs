namespace Hearth.X12.Claims;

/// <summary>Another plan of the patient as its segments come: loops 2320, 2330A and 2330B.</summary>
internal sealed class CoverageBuilder
{
    private readonly PartyDraft insured = new();
    private readonly PartyDraft plan = new();
    private readonly List<Adjustment> adjustments = [];
    private PartyDraft? party;
    private bool isInUnknownParty;
    private OtherCoverage coverage = null!;

    public bool IsOpen { get; private set; }

    public void Begin(ref Asked sbr)
    {
        IsOpen = true;
        (party, isInUnknownParty) = (null, false);
        insured.Clear();
        plan.Clear();
        adjustments.Clear();
        coverage = new()
        {
            Responsibility = sbr.Text(1) ?? "",
            Relationship = sbr.Text(2) ?? "",
            GroupNumber = sbr.Text(3),
            GroupName = sbr.Text(4),
            InsuranceType = sbr.Text(5),
            FilingIndicator = sbr.Text(9) ?? "",
            Insured = insured.Name,
            MemberId = "",
            Payer = new() { Name = "", Id = "" },
        };
    }

    public OtherCoverage Finish()
    {
        IsOpen = false;
        return coverage with
        {
            Adjustments = ClaimBuilder.Listed(adjustments),
            Insured = insured.Name,
            MemberId = insured.Id ?? "",
            InsuredAddress = insured.Address,
            Payer = new()
            {
                Name = plan.Name.Last,
                Id = plan.Id ?? "",
                IdIsNational = plan.IdIsNational,
                Address = plan.Address,
                SecondaryId = plan.SecondaryId,
            },
        };
    }

    public void Take(ref Asked segment)
    {
        switch (segment.Code)
        {
            case Tags.Nm1:
                TakeParty(ref segment);
                break;
            case Tags.Cas when party is null && !isInUnknownParty:
                Adjustments(ref segment, adjustments);
                break;
            case Tags.Amt when party is null && !isInUnknownParty:
                TakeAmount(ref segment);
                break;
            case Tags.Oi:
                coverage = coverage with
                {
                    BenefitsAssigned = segment.Text(3) ?? "",
                    IsSignedForPatient = segment.Is(4, "P"u8),
                    Release = segment.Text(6) ?? "",
                };
                break;
            case Tags.Ref when party == plan:
                TakeReference(ref segment);
                break;
            case Tags.Dtp when party == plan && coverage.PaidOn is null && segment.Is(1, "573"u8):
                coverage = coverage with { PaidOn = segment.Day(2, 3) };
                break;
            default:
                party?.Take(ref segment, hasContact: false);
                break;
        }
    }

    /// <summary>CAS: a group, then up to six times reason, amount, quantity.</summary>
    public static void Adjustments(ref Asked cas, List<Adjustment> to)
    {
        var group = cas.Text(1) ?? "";
        for (var element = 2; element <= cas.Count && element <= 17; element += 3)
        {
            if (cas.Cents(element + 1) is { } cents)
            {
                to.Add(new(group, cas.Text(element) ?? "", cents, cas.Number(element + 2)));
            }
        }
    }

    private void TakeParty(ref Asked nm1)
    {
        var role = nm1[1];
        party =
            role.SequenceEqual("IL"u8) ? insured
            : role.SequenceEqual("PR"u8) ? plan
            : null;
        party = party is { IsThere: false } ? party : null;
        isInUnknownParty = party is null;
        party?.TakeName(ref nm1, party == plan ? "PI"u8 : "MI"u8, mayBeNational: party == plan);
    }

    private void TakeAmount(ref Asked amt)
    {
        if (coverage.PaidCents is null && amt.Is(1, "D"u8))
        {
            coverage = coverage with { PaidCents = amt.Cents(2) };
        }
        else if (coverage.NonCoveredCents is null && amt.Is(1, "A8"u8))
        {
            coverage = coverage with { NonCoveredCents = amt.Cents(2) };
        }
        else if (coverage.RemainingCents is null && amt.Is(1, "EAF"u8))
        {
            coverage = coverage with { RemainingCents = amt.Cents(2) };
        }
    }

    private void TakeReference(ref Asked reference)
    {
        var kind = reference[1];
        if (coverage.PriorAuthorization is null && reference.Is(1, "G1"u8))
        {
            coverage = coverage with { PriorAuthorization = reference.Text(2) };
        }
        else if (coverage.PayerClaimNumber is null && reference.Is(1, "F8"u8))
        {
            coverage = coverage with { PayerClaimNumber = reference.Text(2) };
        }
        else if (
            kind.SequenceEqual("2U"u8)
            || kind.SequenceEqual("EI"u8)
            || kind.SequenceEqual("FY"u8)
            || kind.SequenceEqual("NF"u8)
        )
        {
            plan.TakeReference(ref reference);
        }
    }
}
