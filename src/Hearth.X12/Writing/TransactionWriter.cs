namespace Hearth.X12.Writing;

/// <summary>Writes transactions of one kind into an interchange of their own, after a check that finds nothing.</summary>
internal static class TransactionWriter
{
    /// <summary>Whole files are refused or written, one transaction for each thing.</summary>
    public static void Write<T>(
        Stream stream,
        Envelope envelope,
        WrittenKind kind,
        IReadOnlyList<T> all,
        Action<CheckedWriter, T> write,
        string lineEnd
    )
    {
        var findings = Put(Stream.Null, envelope, kind, all, write, lineEnd).Findings;
        if (findings.Count > 0)
        {
            throw new X12RefusedException(findings);
        }
        Put(stream, envelope, kind, all, write, lineEnd);
    }

    private static CheckedWriter Put<T>(
        Stream stream,
        Envelope envelope,
        WrittenKind kind,
        IReadOnlyList<T> all,
        Action<CheckedWriter, T> write,
        string lineEnd
    )
    {
        var writer = new EnvelopeWriter(stream, envelope, lineEnd);
        writer.BeginInterchange();
        writer.BeginGroup(kind.Group, kind.Guide);
        foreach (var one in all)
        {
            writer.BeginTransaction(kind.Transaction, kind.Guide);
            write(writer.Body, one);
            writer.EndTransaction();
        }
        if (all.Count == 0)
        {
            writer.Body.Add("There is nothing to write.", "Give at least one inquiry.", null, "ST");
        }
        writer.End();
        return writer.Body;
    }
}

/// <summary>A kind of transaction.</summary>
/// <param name="Group">GS01.</param>
/// <param name="Transaction">ST01.</param>
/// <param name="Guide">GS08 and ST03.</param>
internal sealed record WrittenKind(string Group, string Transaction, string Guide);
