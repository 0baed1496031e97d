using System.Globalization;

namespace Hearth.X12.Checking;

/// <summary>
/// Follows interchanges, groups and transactions through a file, and checks that their trailers say what their headers
/// and contents say. Ends that are missing are supplied, so that whatever comes after is read as well.
/// </summary>
/// <remarks>
/// Codes: TA105 interchange note codes, AK905 group syntax error codes, IK502 transaction syntax error codes, as the data
/// dictionary of ASC X12 005010 numbers them (elements I18, 716 and 618).
/// </remarks>
internal sealed class Envelopes(Findings findings)
{
    /// <summary>How long the elements of an ISA are, from ISA01 on.</summary>
    public static ReadOnlySpan<byte> HeaderWidths => [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

    private readonly Level interchange = new("ISA", "IEA", "interchange");
    private readonly Level group = new("GS", "GE", "functional group");
    private readonly Level transaction = new("ST", "SE", "transaction");

    public int Interchanges { get; private set; }
    public int Groups { get; private set; }
    public int Transactions { get; private set; }

    /// <summary>The kind of the transaction that is open, such as 835; empty outside of one.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The transaction that is open is an 835.</summary>
    public bool IsRemittance { get; private set; }

    /// <summary>The transaction that is open is an 837.</summary>
    public bool IsClaims { get; private set; }

    /// <summary>A transaction is open, so that all but the segments of envelopes are its content.</summary>
    public bool IsInTransaction { get; private set; }

    /// <summary>The number of the transaction that is open; 0 outside of one.</summary>
    public int Transaction => transaction.IsOpen ? Transactions : 0;

    /// <summary>The segment's number in the transaction that is open, ST being 1; 0 outside of one.</summary>
    public int Position => transaction.IsOpen ? (int)Math.Min(transaction.Segments, int.MaxValue) : 0;

    /// <summary>A segment comes.</summary>
    public void Next() => transaction.Segments++;

    private bool isOutside;

    /// <summary>A segment of an envelope comes: ends that are missing before it are supplied.</summary>
    public void EndBefore(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Isa:
                End(segment.Place);
                break;
            case Tags.Gs or Tags.Iea:
                EndGroup(segment.Place);
                break;
            case Tags.St or Tags.Ge:
                EndTransaction(segment.Place);
                break;
        }
    }

    /// <summary>Takes the segment, after <see cref="EndBefore"/>.</summary>
    /// <returns>False for a segment of an envelope, which has been seen to.</returns>
    public bool IsContent(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Isa:
                OpenInterchange(segment);
                return false;
            case Tags.Gs:
                OpenGroup(segment);
                return false;
            case Tags.St:
                OpenTransaction(segment);
                return false;
            case Tags.Se:
                CloseTransaction(segment);
                return false;
            case Tags.Ge:
                CloseGroup(segment);
                return false;
            case Tags.Iea:
                CloseInterchange(segment);
                return false;
            case Tags.Ta1:
                return false;
            default:
                // One finding for a stretch of them: a header is missing before it.
                if (!transaction.IsOpen && !isOutside)
                {
                    isOutside = true;
                    Outside(segment);
                }
                return transaction.IsOpen;
        }
    }

    /// <summary>The stream is at its end.</summary>
    public void End(Place place)
    {
        EndGroup(place);
        if (interchange.IsOpen)
        {
            Missing(interchange, place, "TA105=023");
        }
    }

    private void OpenInterchange(in Segment isa)
    {
        Interchanges++;
        interchange.Open(isa.Text(13));
        if (isa.Count == HeaderWidths.Length && isa.Tag.Length == 3 && WrongWidths(isa) is [])
        {
            return;
        }
        var wrong = string.Join(", ", WrongWidths(isa).Select(n => $"ISA{n:00}"));
        Add(
            isa.Place,
            new(
                Severity.Error,
                $"The ISA segment is {isa.Whole.Length} characters long; it has to be 105, with each element at its width{(wrong.Length == 0 ? "" : $" (wrong: {wrong})")}.",
                "Fill each ISA element to its width with blanks; most receivers reject the whole file otherwise."
            )
            {
                Segment = "ISA",
                Found = $"{isa.Whole.Length} characters",
                Expected = "105 characters",
                Acknowledgement = "TA105=022",
            }
        );
    }

    private static List<int> WrongWidths(in Segment isa)
    {
        var wrong = new List<int>();
        for (var n = 1; n <= HeaderWidths.Length; n++)
        {
            if (isa[n].Length != HeaderWidths[n - 1])
            {
                wrong.Add(n);
            }
        }
        return wrong;
    }

    private void OpenGroup(in Segment gs)
    {
        Groups++;
        interchange.Children++;
        group.Open(gs.Text(6));
        if (!interchange.IsOpen)
        {
            Outside(gs);
        }
    }

    private void OpenTransaction(in Segment st)
    {
        Transactions++;
        group.Children++;
        isOutside = false;
        transaction.Open(st.Text(2));
        transaction.Segments = 1;
        Kind = st.Text(1);
        (IsInTransaction, IsRemittance, IsClaims) = (true, Kind == "835", Kind == "837");
        if (!group.IsOpen)
        {
            Outside(st);
        }
    }

    private void CloseTransaction(in Segment se)
    {
        if (!transaction.IsOpen)
        {
            Unasked(se, transaction);
            return;
        }
        Count(se, 1, transaction.Segments, "segments from ST to SE", "IK502=4");
        Same(se, 2, transaction, "IK502=3");
        Leave();
    }

    private void CloseGroup(in Segment ge)
    {
        if (!group.IsOpen)
        {
            Unasked(ge, group);
            return;
        }
        Count(ge, 1, group.Children, "transactions in the group", "AK905=5");
        Same(ge, 2, group, "AK905=4");
        if (group.Children == 0)
        {
            Empty(ge);
        }
        group.Close();
    }

    private void CloseInterchange(in Segment iea)
    {
        if (!interchange.IsOpen)
        {
            Unasked(iea, interchange);
            return;
        }
        Count(iea, 1, interchange.Children, "groups in the interchange", "TA105=021");
        Same(iea, 2, interchange, "TA105=001");
        interchange.Close();
    }

    private void EndTransaction(Place place)
    {
        if (transaction.IsOpen)
        {
            Missing(transaction, place, "IK502=2");
            Leave();
        }
    }

    private void EndGroup(Place place)
    {
        EndTransaction(place);
        if (group.IsOpen)
        {
            Missing(group, place, "AK905=3");
            group.Close();
        }
    }

    private void Leave()
    {
        transaction.Close();
        Kind = "";
        (IsInTransaction, IsRemittance, IsClaims) = (false, false, false);
    }

    private void Count(in Segment trailer, int element, long counted, string what, string code)
    {
        if (!long.TryParse(trailer[element], CultureInfo.InvariantCulture, out var said) || said != counted)
        {
            Add(
                trailer.Place,
                new(
                    Severity.Error,
                    $"{trailer.Text(0)} says {Shown(trailer.Text(element))} {what}; there are {counted}.",
                    "Ask the sender for a file whose counts are right: something may be missing. Nothing after the count was left out here."
                )
                {
                    Segment = trailer.Text(0),
                    Element = element,
                    Found = trailer.Text(element),
                    Expected = $"{counted}",
                    Acknowledgement = code,
                }
            );
        }
    }

    // Numbers of interchanges and groups are numeric, so that leading zeros say nothing; a transaction's is text.
    private void Same(in Segment trailer, int element, Level level, string code)
    {
        var found = trailer.Text(element);
        var isSame =
            string.Equals(found, level.Control, StringComparison.Ordinal)
            || (
                level != transaction
                && long.TryParse(found, CultureInfo.InvariantCulture, out var a)
                && long.TryParse(level.Control, CultureInfo.InvariantCulture, out var b)
                && a == b
            );
        if (!isSame)
        {
            Add(
                trailer.Place,
                new(
                    Severity.Error,
                    $"{level.Trailer} closes the {level.Name} {Shown(found)}, but {level.Header} opened {Shown(level.Control)}.",
                    "Ask the sender for the file again: two files may have been put together, or a part is missing."
                )
                {
                    Segment = level.Trailer,
                    Element = element,
                    Found = found,
                    Expected = level.Control,
                    Acknowledgement = code,
                }
            );
        }
    }

    private void Missing(Level level, Place place, string code)
    {
        Add(
            place,
            new(
                Severity.Error,
                $"The {level.Name} {Shown(level.Control)} has no {level.Trailer}: the file may be cut off.",
                "Ask the sender for the whole file. What is here was read to its end."
            )
            {
                Segment = level.Trailer,
                Expected = $"{level.Trailer} with {Shown(level.Control)}",
                Acknowledgement = code,
            }
        );
        level.Close();
    }

    private void Empty(in Segment ge)
    {
        if (long.TryParse(ge[1], CultureInfo.InvariantCulture, out var said) && said == 0) // else the count has been said
        {
            Add(
                ge.Place,
                new(
                    Severity.Error,
                    $"The functional group {Shown(group.Control)} holds no transaction.",
                    "Leave the group out, or ask the sender what should be in it."
                )
                {
                    Segment = "GE",
                    Element = 1,
                    Found = ge.Text(1),
                    Expected = "1 or more",
                }
            );
        }
    }

    private void Unasked(in Segment trailer, Level level) =>
        Add(
            trailer.Place,
            new(
                Severity.Error,
                $"{level.Trailer} closes a {level.Name} that no {level.Header} opened.",
                "Ask the sender for the file again: its beginning or a part of it is missing."
            )
            {
                Segment = level.Trailer,
                Found = trailer.ToString(),
                Acknowledgement = "TA105=022",
            }
        );

    private void Outside(in Segment segment) =>
        Add(
            segment.Place,
            new(
                Severity.Error,
                $"{Shown(segment.Text(0))} stands outside of the {(segment.Code == Tags.St ? "group" : segment.Code == Tags.Gs ? "interchange" : "transaction")} it should be in.",
                "Ask the sender for the file again: a header before it is missing, or text was pasted into the file."
            )
            {
                Segment = segment.Text(0),
                Found = segment.ToString() is { Length: > 80 } text ? text[..80] : segment.ToString(),
                Acknowledgement = "TA105=022",
            }
        );

    private void Add(Place place, Finding finding) =>
        findings.Add(finding with { Place = place, Transaction = Transaction, Position = Position });

    private static string Shown(string text) => text.Length == 0 ? "nothing" : $"\"{text}\"";

    private sealed class Level(string header, string trailer, string name)
    {
        public string Header { get; } = header;
        public string Trailer { get; } = trailer;
        public string Name { get; } = name;
        public bool IsOpen { get; private set; }
        public string Control { get; private set; } = "";
        public long Children { get; set; }
        public long Segments { get; set; }

        public void Open(string control) => (IsOpen, Control, Children) = (true, control, 0);

        public void Close() => IsOpen = false;
    }
}
