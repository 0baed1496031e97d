using Hearth.X12.Reading;

namespace Hearth.X12.Acknowledgements;

/// <summary>Reads TA1 and 999 in the order of the file.</summary>
internal static class AcknowledgementReader
{
    public static IEnumerable<object> Read(SegmentReader segments)
    {
        var reader = new TransactionReader(segments, kind => kind.Transaction == "999");
        var builder = new AcknowledgementBuilder();
        while (reader.Read())
        {
            if (reader.Step == Step.InterchangeAcknowledgement)
            {
                yield return ReadInterchange(reader);
            }
            else if (reader.Step == Step.Begin)
            {
                builder.Begin(reader.Origin);
            }
            else if (reader.Step == Step.End)
            {
                yield return builder.Build();
            }
            else
            {
                // Some put the answers to several groups into one transaction.
                if (reader.Current.Code == Tags.Ak1 && builder.HasGroup)
                {
                    yield return builder.Build();
                }
                builder.Take(reader.Current);
            }
        }
    }

    private static InterchangeAcknowledgement ReadInterchange(TransactionReader reader)
    {
        var leftovers = new Leftovers();
        var ta1 = leftovers.Take(reader.Current);
        return new()
        {
            ControlNumber = ta1.Text(1),
            Date = ta1.ShortDay(2),
            Time = ta1.Time(3),
            Verdict = ta1.Text(4),
            NoteCode = ta1.Text(5),
            Envelope = reader.Interchange,
            NotCarried = leftovers.Drain(),
        };
    }
}
