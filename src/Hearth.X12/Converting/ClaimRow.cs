namespace Hearth.X12.Converting;

/// <summary>What is known where a line stands: of the levels above it, of its claim and of itself.</summary>
internal sealed class ClaimRow
{
    private readonly ScopedParties parties = new();
    private int transaction;
    private ClaimPart claim = new();
    private LinePart line = new();
    private string filing = "";
    private bool isOther; // what comes is about another payer

    public bool IsOpen { get; private set; }

    public void Begin(int number)
    {
        Close();
        transaction = number;
        parties.Clear();
        filing = "";
    }

    public void Close()
    {
        (IsOpen, isOther, claim, line) = (false, false, new(), new());
        parties.Close();
    }

    /// <summary>HL: a level ends what was known at its own and those within it.</summary>
    public void Descend(in Segment hl)
    {
        Close();
        parties.Descend(hl.Text(3));
        filing = hl[3].SequenceEqual("22"u8) ? "" : filing;
    }

    public void Open(in Segment clm)
    {
        Close();
        IsOpen = true;
        parties.Open();
        claim.Take(clm);
    }

    public void OpenLine(in Segment lx)
    {
        isOther = false;
        line = new() { Number = lx.Text(1) };
        parties.OpenLine();
    }

    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Sbr when !IsOpen:
                filing = segment.Text(9);
                break;
            case Tags.Sbr or Tags.Svd:
                isOther = true;
                break;
            case Tags.Nm1 when !isOther:
                parties.Take(segment);
                break;
            case not Tags.Nm1 when IsOpen && !isOther:
                if (line.Number is null)
                {
                    claim.Take(segment);
                }
                else
                {
                    line.Take(segment);
                }
                break;
        }
    }

    public void Write(IRows rows)
    {
        var (billing, subscriber, payer) = (parties.Of("85"), parties.Of("IL"), parties.Of("PR"));
        var patient = parties.Of("QC") ?? subscriber;
        rows.Number("transaction", transaction);
        rows.Text("claim_id", claim.Id);
        rows.Money("claim_charge", claim.Charge);
        rows.Text("place_of_service", line.Place ?? claim.Place);
        rows.Text("frequency", claim.Frequency);
        rows.Text("billing_provider_id", billing?.Id);
        rows.Text("billing_provider_name", billing?.Name);
        rows.Text("subscriber_id", subscriber?.Id);
        rows.Text("subscriber_last_name", subscriber?.Name);
        rows.Text("subscriber_first_name", subscriber?.FirstName);
        rows.Text("patient_last_name", patient?.Name);
        rows.Text("patient_first_name", patient?.FirstName);
        rows.Text("payer_id", payer?.Id);
        rows.Text("payer_name", payer?.Name);
        rows.Text("filing_indicator", filing);
        rows.Text("rendering_provider_id", parties.Of("82")?.Id);
        rows.Text("prior_authorization", line.Authorization ?? claim.Authorization);
        rows.Text("original_reference", claim.Original);
        rows.Text("diagnoses", claim.Diagnoses);
        line.Write(rows, claim.Charge);
        rows.End();
    }
}
