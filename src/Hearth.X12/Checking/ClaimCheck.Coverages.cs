using Hearth.X12.Reading;
using Hearth.X12.Writing;

namespace Hearth.X12.Checking;

/// <summary>Coordination of benefits: other plans, and whether what they did adds up.</summary>
internal sealed partial class ClaimCheck
{
    private const int MostAdjudications = 15;
    private const int MostAdjustmentSegments = 5;

    private void Coverages(Claim it)
    {
        var coverages = it.OtherCoverage.Items();
        if (coverages.Length > MostCoverages)
        {
            Add("SBR", 1, $"The claim has {coverages.Length} other coverages.", $"Give {MostCoverages} at most.");
        }
        for (var i = 0; i < coverages.Length; i++)
        {
            var other = coverages[i];
            Coverage(other);
            var isTaken = other.Responsibility == it.Subscriber.Responsibility;
            for (var before = 0; before < i; before++)
            {
                isTaken |= other.Responsibility == coverages[before].Responsibility;
            }
            if (isTaken && other.Responsibility != "U")
            {
                Add(
                    "SBR",
                    1,
                    $"Two plans have the place {other.Responsibility} in the order of payers.",
                    "Say which of them pays first: P, then S, then T.",
                    other.Responsibility
                );
            }
            Balance(it, other);
        }
        foreach (var line in it.Lines.Items())
        {
            Adjudications(it, line);
        }
    }

    private void Coverage(OtherCoverage other)
    {
        who = "the other coverage";
        Code(
            IsResponsibility(other.Responsibility),
            other.Responsibility,
            "SBR",
            1,
            "place in the order of payers",
            Responsibilities
        );
        Code(
            other.Relationship is "01" or "18" or "19" or "20" or "21" or "39" or "40" or "53" or "G8",
            other.Relationship,
            "SBR",
            2,
            "relationship to the insured",
            "01, 18, 19, 20, 21, 39, 40, 53 or G8"
        );
        Text(other.GroupNumber, 1, 50, "SBR", 3, "group number");
        Text(other.GroupName, 1, 60, "SBR", 4, "group name");
        Code(IsInsuranceType(other.InsuranceType), other.InsuranceType, "SBR", 5, "insurance type", InsuranceTypes);
        Code(IsFiling(other.FilingIndicator), other.FilingIndicator, "SBR", 9, "kind of plan", Filings);
        Adjustments(other.Adjustments);
        Code(
            other.BenefitsAssigned is "Y" or "N" or "W",
            other.BenefitsAssigned,
            "OI",
            3,
            "assignment of benefits",
            "Y, N or W"
        );
        Code(other.Release is "Y" or "I", other.Release, "OI", 6, "release of information", "Y or I");
        Amount(other.NonCoveredCents ?? 0, "AMT", 2, "amount that is not covered");
        Amount(other.RemainingCents ?? 0, "AMT", 2, "amount that the patient owes");
        who = "the other insured";
        Name(other.Insured);
        Text(other.MemberId, 2, 80, "NM1", 9, "member id", isRequired: true);
        if (other.InsuredAddress is { } address)
        {
            Address(address);
        }
        who = "the other payer";
        PayerItself(other.Payer);
        if (other.Payer.BillingProviderId is not null)
        {
            Add(
                "REF",
                2,
                "Another payer has a number for the billing provider, which has no place there.",
                "Leave it out."
            );
        }
        Text(other.PriorAuthorization, 1, 50, "REF", 2, "prior authorization number");
        Text(other.PayerClaimNumber, 1, 50, "REF", 2, "claim number");
    }

    // What it paid, what it took off the claim and what it took off lines are the charge.
    private void Balance(Claim it, OtherCoverage other)
    {
        var lines = it.Lines.Items();
        var adjusted = Sum(other.Adjustments);
        var isDecided = other.Adjustments.Count > 0;
        var isByLine = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var lineAdjusted = 0L;
            var linePaid = 0L;
            var isInLine = false;
            foreach (var adjudication in lines[i].Adjudications.Items())
            {
                if (adjudication.PayerId == other.Payer.Id)
                {
                    isInLine = true;
                    linePaid += adjudication.PaidCents;
                    lineAdjusted += Sum(adjudication.Adjustments);
                }
            }
            if (isInLine && linePaid + lineAdjusted != lines[i].ChargeCents)
            {
                Unequal("SVD", $"Line {i + 1}", lines[i].ChargeCents, linePaid, lineAdjusted);
            }
            adjusted += lineAdjusted;
            isByLine |= isInLine;
        }
        if (other.PaidCents is { } paid)
        {
            if (paid + adjusted != it.ChargeCents)
            {
                Unequal("AMT", "The claim", it.ChargeCents, paid, adjusted);
            }
            if (!isByLine && other.PaidOn is null)
            {
                who = "the other payer";
                Missing("DTP", 3, "day of decision");
            }
        }
        else if (isDecided || isByLine)
        {
            who = "the other payer";
            Missing("AMT", 2, "amount paid on the claim");
        }
    }

    private void Unequal(string segment, string what, long charge, long paid, long adjusted) =>
        Add(
            segment,
            2,
            $"{what} charges {Cents.Show(charge)}, of which the other payer paid {Cents.Show(paid)} and adjusted {Cents.Show(adjusted)}; these come to {Cents.Show(paid + adjusted)}.",
            "Take both from its remittance, with all of its adjustments.",
            Cents.Show(paid)
        );

    private void Adjudications(Claim it, ServiceLine line)
    {
        var adjudications = line.Adjudications.Items();
        if (adjudications.Length > MostAdjudications)
        {
            Add("SVD", 1, $"A line has {adjudications.Length} adjudications.", $"Give {MostAdjudications} at most.");
        }
        foreach (var adjudication in adjudications)
        {
            who = "an adjudication";
            if (!IsOtherPayer(it, adjudication.PayerId))
            {
                Add(
                    "SVD",
                    1,
                    $"A line was decided by {adjudication.PayerId}, which is no other payer of the claim.",
                    "Use the payer's id as the other coverage has it.",
                    adjudication.PayerId
                );
            }
            Procedure(adjudication.CodeList, adjudication.Procedure, adjudication.Modifiers, "SVD", 3);
            Units(adjudication.Quantity, "SVD", 5, mayBeNone: true);
            if (adjudication.BundledLine is { } bundled && (bundled < 1 || bundled > it.Lines.Count))
            {
                Add(
                    "SVD",
                    6,
                    $"An adjudication was bundled with line {bundled}, which the claim has not.",
                    "Correct the line's number."
                );
            }
            Adjustments(adjudication.Adjustments);
            Days(line.From, adjudication.On, "DTP", "the service", "The day of decision");
            Amount(adjudication.RemainingCents ?? 0, "AMT", 2, "amount that the patient owes");
        }
    }

    private void Adjustments(IReadOnlyList<Adjustment> list)
    {
        var adjustments = list.Items();
        var segments = 0;
        var inSegment = 0;
        for (var i = 0; i < adjustments.Length; i++)
        {
            var adjustment = adjustments[i];
            segments += ClaimSegments.StartsSegment(adjustments, i, ref inSegment) ? 1 : 0;
            Code(
                adjustment.Group is "CO" or "CR" or "OA" or "PI" or "PR",
                adjustment.Group,
                "CAS",
                1,
                "group of adjustments",
                "CO, CR, OA, PI or PR"
            );
            Text(adjustment.Reason, 1, 5, "CAS", 2, "adjustment's reason", isRequired: true);
            if (adjustment.Cents is 0 or < -MostCents or > MostCents)
            {
                Add("CAS", 3, $"An adjustment is {Cents.Show(adjustment.Cents)}.", "Leave out what is nothing.");
            }
        }
        if (segments > MostAdjustmentSegments)
        {
            Add(
                "CAS",
                0,
                $"The adjustments of {who} need {segments} segments, and {MostAdjustmentSegments} may stand.",
                "Put those of one group next to each other."
            );
        }
    }

    private static bool IsOtherPayer(Claim it, string id)
    {
        foreach (var other in it.OtherCoverage.Items())
        {
            if (other.Payer.Id == id)
            {
                return true;
            }
        }
        return false;
    }

    private static long Sum(IReadOnlyList<Adjustment> adjustments)
    {
        var sum = 0L;
        foreach (var adjustment in adjustments.Items())
        {
            sum += adjustment.Cents;
        }
        return sum;
    }
}
