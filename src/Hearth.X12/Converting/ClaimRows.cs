using Hearth.X12.Reading;

namespace Hearth.X12.Converting;

/// <summary>Rows of claims (837 of any kind): one for each line, one for a claim without lines.</summary>
internal sealed class ClaimRows(IRows rows) : ITransactions
{
    private readonly ClaimRow row = new();
    private bool hasLine; // that no row was written for
    private bool needsRow; // a claim no line of which was written

    public void Begin(in Segment st, Origin origin) => row.Begin(origin.Transaction);

    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Hl:
                Write();
                row.Descend(segment);
                break;
            case Tags.Clm:
                Write();
                row.Open(segment);
                needsRow = true;
                break;
            case Tags.Lx when row.IsOpen:
                WriteLine();
                row.OpenLine(segment);
                hasLine = true;
                break;
            default:
                row.Take(segment);
                break;
        }
    }

    public void End()
    {
        Write();
        row.Close();
    }

    private void WriteLine()
    {
        if (hasLine)
        {
            row.Write(rows);
            (hasLine, needsRow) = (false, false);
        }
    }

    private void Write()
    {
        WriteLine();
        if (needsRow)
        {
            row.Write(rows);
            needsRow = false;
        }
    }
}
