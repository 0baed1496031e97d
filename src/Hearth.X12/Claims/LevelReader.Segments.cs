namespace Hearth.X12.Claims;

/// <summary>What each segment above claims says.</summary>
internal sealed partial class LevelReader
{
    private void TakeBeginning(ref Asked bht)
    {
        bht.Is(1, "0019"u8);
        batch = batch with
        {
            IsReissue = bht.IsNot(2, "00"u8, "18"u8),
            Reference = bht.Text(3) ?? "",
            Created = bht.Moment(4, 5),
            Purpose = bht.Text(6) ?? "",
        };
    }

    private void TakeLevel(ref Asked hl)
    {
        party = null;
        level = hl[3] switch
        {
            [(byte)'2', (byte)'0'] => Level.Billing,
            [(byte)'2', (byte)'2'] => Level.Subscriber,
            [(byte)'2', (byte)'3'] => Level.Patient,
            _ => Level.Unknown,
        };
        switch (level)
        {
            case Level.Billing:
                ClearBilling();
                break;
            case Level.Subscriber:
                ClearSubscriber();
                break;
            case Level.Patient:
                ClearPatient();
                break;
            default:
                return;
        }
        LeaveFrom(level);
        withoutClaims[(int)level] = hl.Leave("No claim stands under this level, so that nothing of it is carried.");
        for (var element = 1; element <= 4; element++)
        {
            hl.Pass(element);
        }
    }

    private void LeaveFrom(Level first)
    {
        for (var i = (int)first; i < withoutClaims.Length; i++)
        {
            if (withoutClaims[i] is { } level)
            {
                leave(level);
                withoutClaims[i] = null;
            }
        }
    }

    private void TakeParty(ref Asked nm1)
    {
        var role = nm1[1];
        party = level switch
        {
            Level.Head when role.SequenceEqual("41"u8) => submitter,
            Level.Head when role.SequenceEqual("40"u8) => receiver,
            Level.Billing when role.SequenceEqual("85"u8) => billing,
            Level.Billing when role.SequenceEqual("87"u8) => payTo,
            Level.Subscriber when role.SequenceEqual("IL"u8) => insured,
            Level.Subscriber when role.SequenceEqual("PR"u8) => plan,
            Level.Patient when role.SequenceEqual("QC"u8) => dependent,
            _ => null,
        };
        if (party is null or { IsThere: true })
        {
            party = null;
        }
        else if (party == plan)
        {
            party.TakeName(ref nm1, "PI"u8, mayBeNational: true);
        }
        else
        {
            party.TakeName(
                ref nm1,
                level == Level.Head ? "46"u8
                    : level == Level.Billing ? "XX"u8
                    : "MI"u8
            );
        }
        if (party == payTo)
        {
            // The address is the billing provider's own: it has no name, no number and no kind but that one's.
            for (
                var element = payTo.Name.IsOrganization == billing.Name.IsOrganization ? 3 : 2;
                element <= 9;
                element++
            )
            {
                nm1.Unpass(element);
            }
        }
    }

    private void TakeCoverage(ref Asked sbr)
    {
        sbr.Is(2, "18"u8);
        facts = facts with
        {
            Responsibility = sbr.Text(1) ?? "",
            GroupNumber = sbr.Text(3),
            GroupName = sbr.Text(4),
            InsuranceType = sbr.Text(5),
            FilingIndicator = sbr.Text(9) ?? "",
        };
    }

    private void TakePatientFacts(ref Asked pat)
    {
        if (level == Level.Subscriber)
        {
            facts = facts with { Died = pat.Day(5, 6), IsPregnant = pat.Is(9, "Y"u8) };
        }
        else if (level == Level.Patient)
        {
            dependentFacts = dependentFacts with
            {
                Relationship = pat.Text(1) ?? "",
                Died = pat.Day(5, 6),
                IsPregnant = pat.Is(9, "Y"u8),
            };
        }
    }

    private void TakeDemographics(ref Asked dmg)
    {
        if (party == insured)
        {
            facts = facts with { Born = dmg.Day(1, 2), Gender = dmg.Text(3) };
        }
        else if (party == dependent)
        {
            dependentFacts = dependentFacts with { Born = dmg.Day(1, 2) ?? default, Gender = dmg.Text(3) ?? "" };
        }
    }

    private void TakeReference(ref Asked reference)
    {
        var kind = reference[1];
        if (party == billing && taxId is null && (kind.SequenceEqual("EI"u8) || kind.SequenceEqual("SY"u8)))
        {
            taxIdIsSsn = reference.IsNot(1, "EI"u8, "SY"u8);
            taxId = reference.Text(2);
        }
        else if (party == insured && facts.Ssn is null && reference.Is(1, "SY"u8))
        {
            facts = facts with { Ssn = reference.Text(2) };
        }
        else if (party == plan && (kind.SequenceEqual("G2"u8) || kind.SequenceEqual("LU"u8)))
        {
            if (billingProviderId is null)
            {
                billingProviderId = new(reference.Text(1)!, reference.Text(2) ?? "");
            }
        }
        else if (party == billing || party == plan)
        {
            party.TakeReference(ref reference);
        }
    }
}
