using Hearth.X12.Reading;

namespace Hearth.X12.Eligibilities;

/// <summary>Reads 270 and 271, one thing for each person.</summary>
internal static class EligibilityReader
{
    private static readonly Party Nobody = new() { Role = "" };

    public static IEnumerable<EligibilityInquiry> ReadInquiries(SegmentReader segments) =>
        Walks.Read(segments, kind => kind.Transaction == "270", new EligibilityWalk(), Inquiry);

    public static IEnumerable<Eligibility> ReadAnswers(SegmentReader segments) =>
        Walks.Read(segments, kind => kind.Transaction == "271", new EligibilityWalk(), Answer);

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
