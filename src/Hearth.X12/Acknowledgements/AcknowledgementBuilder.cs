using Hearth.X12.Reading;

namespace Hearth.X12.Acknowledgements;

/// <summary>Puts a 999 together from its segments. What stands where it makes no sense is left over.</summary>
internal sealed class AcknowledgementBuilder
{
    private readonly Leftovers leftovers = new();
    private readonly List<TransactionAcknowledgement> transactions = [];
    private readonly List<SegmentError> segmentErrors = [];
    private readonly List<ElementError> elementErrors = [];
    private readonly List<ErrorContext> segmentContexts = [];
    private readonly List<ErrorContext> elementContexts = [];
    private Origin? origin;
    private Fields? group;
    private Fields? trailer;
    private Fields? transaction;
    private Fields? segment;
    private Fields? element;

    /// <summary>The group that is answered has been named.</summary>
    public bool HasGroup => group is not null;

    public void Begin(Origin at) => origin = at;

    public void Take(Segment read)
    {
        var fields = leftovers.Take(read);
        switch (fields.Code)
        {
            case Tags.Ak1:
                group = fields;
                break;
            case Tags.Ak2:
                EndTransaction(null);
                transaction = fields;
                break;
            case Tags.Ak9 when trailer is null:
                EndTransaction(null);
                trailer = fields;
                break;
            default:
                if (transaction is not null)
                {
                    TakeInTransaction(fields);
                }
                break;
        }
    }

    public Acknowledgement Build()
    {
        EndTransaction(null);
        var built = new Acknowledgement
        {
            FunctionalId = group?.Text(1).TrimEnd() ?? "",
            GroupControlNumber = group?.Text(2) ?? "",
            Version = group?.Text(3) ?? "",
            Transactions = [.. transactions],
            Verdict = trailer?.Text(1) ?? "",
            Included = trailer?.Whole(2) ?? 0,
            Received = trailer?.Whole(3) ?? 0,
            Accepted = trailer?.Whole(4) ?? 0,
            ErrorCodes = Codes(trailer, 5, 9),
            Origin = origin,
            NotCarried = leftovers.Drain(),
        };
        (group, trailer) = (null, null);
        transactions.Clear();
        return built;
    }

    private void TakeInTransaction(Fields fields)
    {
        switch (fields.Code)
        {
            case Tags.Ik3:
                EndSegment();
                segment = fields;
                break;
            case Tags.Ik4 when segment is not null:
                EndElement();
                element = fields;
                break;
            case Tags.Ctx when segment is not null:
                (element is null ? segmentContexts : elementContexts).AddRange(Contexts(fields));
                break;
            case Tags.Ik5:
                EndTransaction(fields);
                break;
        }
    }

    private void EndTransaction(Fields? ik5)
    {
        EndSegment();
        if (transaction is null)
        {
            return;
        }
        transactions.Add(
            new()
            {
                Transaction = transaction.Text(1),
                ControlNumber = transaction.Text(2),
                Guide = transaction.Maybe(3),
                Verdict = ik5?.Text(1) ?? "",
                ErrorCodes = Codes(ik5, 2, 6),
                SegmentErrors = [.. segmentErrors],
            }
        );
        transaction = null;
        segmentErrors.Clear();
    }

    private void EndSegment()
    {
        EndElement();
        if (segment is null)
        {
            return;
        }
        segmentErrors.Add(
            new()
            {
                Segment = segment.Text(1),
                Position = segment.Whole(2) ?? 0,
                Loop = segment.Maybe(3),
                Code = segment.Text(4),
                Contexts = [.. segmentContexts],
                ElementErrors = [.. elementErrors],
            }
        );
        segment = null;
        segmentContexts.Clear();
        elementErrors.Clear();
    }

    private void EndElement()
    {
        if (element is null)
        {
            return;
        }
        elementErrors.Add(
            new()
            {
                Position = element.WholePart(1, 1) ?? 0,
                Component = element.WholePart(1, 2),
                Repetition = element.WholePart(1, 3),
                DataElement = element.Whole(2),
                Code = element.Text(3),
                BadValue = element.Maybe(4),
                Contexts = [.. elementContexts],
            }
        );
        element = null;
        elementContexts.Clear();
    }

    // A context may be named several times over in one segment; what it points at is the same for all.
    private static IEnumerable<ErrorContext> Contexts(Fields ctx)
    {
        var pointer = new ErrorContext
        {
            Name = "",
            Segment = ctx.Maybe(2),
            Position = ctx.Whole(3),
            Loop = ctx.Maybe(4),
            Element = ctx.WholePart(5, 1),
            Component = ctx.WholePart(5, 2),
            Repetition = ctx.WholePart(5, 3),
            DataElement = ctx.WholePart(6, 1),
        };
        return ctx.RepeatedParts(1)
            .Select(name =>
                pointer with
                {
                    Name = name[0],
                    Value = name.Length > 1 ? string.Join(':', name[1..]) : null,
                }
            );
    }

    private static IReadOnlyList<string> Codes(Fields? fields, int from, int to)
    {
        var codes = new List<string>();
        for (var at = from; fields is not null && at <= to; at++)
        {
            if (fields.Maybe(at) is { } code)
            {
                codes.Add(code);
            }
        }
        return codes;
    }
}
