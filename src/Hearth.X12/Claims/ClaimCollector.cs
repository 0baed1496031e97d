namespace Hearth.X12.Claims;

/// <summary>Gathers claims into their transactions, and these into files.</summary>
internal sealed class ClaimCollector
{
    private readonly ClaimReader reader;
    private readonly List<ClaimFile> files = [];
    private readonly List<ClaimBatch> batches = [];
    private readonly List<Claim> claims = [];
    private readonly List<NotCarried> left = [];
    private Envelope? envelope;
    private ClaimBatch? batch;

    public ClaimCollector(Stream stream) =>
        reader = new(stream)
        {
            OnGroup = BeginFile,
            OnBatch = BeginBatch,
            OnLeft = left.Add,
        };

    public IReadOnlyList<ClaimFile> Read()
    {
        while (reader.Read())
        {
            claims.Add(reader.Current);
        }
        EndFile();
        return files;
    }

    private void BeginFile(Envelope next)
    {
        EndFile();
        envelope = next;
    }

    private void BeginBatch(ClaimBatch next)
    {
        EndBatch();
        batch = next;
    }

    private void EndBatch()
    {
        if (batch is not null)
        {
            batches.Add(batch with { Claims = claims.ToArray() });
            claims.Clear();
            batch = null;
        }
    }

    private void EndFile()
    {
        EndBatch();
        if (envelope is not null)
        {
            files.Add(
                new()
                {
                    Envelope = envelope,
                    Batches = batches.ToArray(),
                    NotCarried = left.ToArray(),
                }
            );
            batches.Clear();
            left.Clear();
        }
    }
}
