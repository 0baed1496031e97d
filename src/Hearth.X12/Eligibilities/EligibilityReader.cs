using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>Reads 270 and 271, one thing for each person.</summary>
internal static class EligibilityReader
{
    private static readonly Party Nobody = new() { Role = "" };

    public static IEnumerable<EligibilityInquiry> ReadInquiries(SegmentReader segments) =>
        Read(segments, "270", Inquiry);

    public static IEnumerable<Eligibility> ReadAnswers(SegmentReader segments) => Read(segments, "271", Answer);

    private static IEnumerable<T> Read<T>(SegmentReader segments, string transaction, Func<EligibilityWalk, T> build)
    {
        var reader = new TransactionReader(segments, kind => kind.Transaction == transaction);
        var walk = new EligibilityWalk();
        while (reader.Read())
        {
            if (reader.Step == Step.Begin)
            {
                walk.Begin(reader.Origin);
            }
            else if (reader.Step == Step.Segment)
            {
                if (walk.IsWholeBefore(reader.Current))
                {
                    yield return build(walk);
                }
                walk.Take(reader.Current);
            }
            else if (reader.Step == Step.End && walk.IsWholeAtEnd)
            {
                yield return build(walk);
            }
        }
    }

    private static EligibilityInquiry Inquiry(EligibilityWalk walk) =>
        new()
        {
            Origin = walk.Origin,
            Reference = walk.Reference,
            Created = walk.Created,
            Purpose = walk.Purpose ?? "",
            IsSpendDown = walk.IsSpendDown,
            Source = walk.Source ?? Nobody,
            Receiver = walk.Receiver ?? Nobody,
            ReceiverRole = walk.ReceiverRole,
            Subscriber = walk.Subscriber ?? new(),
            Dependent = walk.Dependent,
            // All numbers of a question are the asker's.
            Traces = [.. walk.Traces.Select(t => t with { IsAskers = true })],
            Questions = [.. walk.Items.Select(i => i.Question())],
            NotCarried = walk.Finish(),
        };

    private static Eligibility Answer(EligibilityWalk walk) =>
        new()
        {
            Origin = walk.Origin,
            Reference = walk.Reference,
            Created = walk.Created,
            Source = walk.Source,
            Receiver = walk.Receiver,
            ReceiverRole = walk.ReceiverRole,
            Subscriber = walk.Subscriber,
            Dependent = walk.Dependent,
            Traces = [.. walk.Traces],
            Rejections = [.. walk.Rejections],
            Benefits = [.. walk.Items.Select(i => i.Benefit())],
            NotCarried = walk.Finish(),
        };
}
