using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Hearth.X12.Checking;

/// <summary>
/// The one pass over a file: each segment is read, placed, checked and added up before the next. What needs the segments
/// themselves reads <see cref="Current"/> in between.
/// </summary>
/// <typeparam name="TWay">
/// <see cref="ByGuide"/> or <see cref="SumsAlone"/>. Each is compiled for itself: what the one never does is not in the way of
/// the other.
/// </typeparam>
internal sealed class Pass<TWay>
    where TWay : struct
{
    private const int ProgressEvery = 0x10000;

    private readonly SegmentReader reader;
    private readonly Findings findings = new();
    private readonly Envelopes envelopes;
    private readonly Balances balances;
    private readonly GuideFindings guideFindings;
    private readonly GuideWalk? walk;
    private readonly EnvelopeValues? values;
    private readonly HashSet<string> unknownVersions = new(StringComparer.Ordinal);
    private string groupVersion = "";
    private int groupDate;
    private bool isEnded;

    /// <summary>A pass over what a reader reads.</summary>
    /// <param name="reader">Read to its end.</param>
    public Pass(SegmentReader reader)
    {
        this.reader = reader;
        envelopes = new(findings);
        balances = new(findings, envelopes);
        guideFindings = new(findings, envelopes, reader) { Supposed = () => balances.ClaimNumber };
        if (typeof(TWay) == typeof(ByGuide))
        {
            (walk, values) = (new(guideFindings), new(findings));
            reader.LookForUnusual();
        }
    }

    /// <summary>Told now and then how many bytes were read.</summary>
    public IProgress<long>? Progress { get; init; }

    public Findings Findings => findings;
    public Envelopes Envelopes => envelopes;

    /// <summary>Where the guide places the segment; null where no guide is followed.</summary>
    public GuideWalk? Walk => walk;

    /// <summary>The segment last read is one of a transaction, and none of its envelope.</summary>
    public bool IsContent { get; private set; }

    /// <summary>The segment last read, good until the next.</summary>
    public Segment Current => reader.Current;

    /// <summary>Reads the next segment and checks it.</summary>
    /// <param name="opening">Shown each segment of an envelope before it is checked.</param>
    /// <returns>False at the end of the file, when all that is still to say has been said.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read(SegmentAction? opening = null)
    {
        if (!reader.Read())
        {
            End();
            return false;
        }
        var segment = reader.Current;
        envelopes.Next();
        var code = segment.Code;
        IsContent = false;
        if (code is Tags.Se or Tags.St or Tags.Ge or Tags.Gs or Tags.Iea or Tags.Isa)
        {
            balances.EndTransaction();
            envelopes.EndBefore(segment);
            opening?.Invoke(segment);
            TakeEnvelope(segment, code);
        }
        else if ((envelopes.IsInTransaction && code != Tags.Ta1) || envelopes.IsContent(segment))
        {
            IsContent = true;
            balances.Take(segment, code);
            if (typeof(TWay) == typeof(ByGuide))
            {
                walk!.Take(segment, code, reader.Oddities, balances.Amounts);
            }
        }
        if (reader.IsUnterminated || reader.WasCut)
        {
            FileFindings.Broken(reader, findings, reader.Place);
        }
        if (Progress is not null && (reader.Place.Ordinal & (ProgressEvery - 1)) == 0)
        {
            Progress.Report(reader.Place.Offset);
        }
        return true;
    }

    /// <summary>What there was, once all has been read.</summary>
    public Summary Summarize() =>
        new()
        {
            Interchanges = envelopes.Interchanges,
            Groups = envelopes.Groups,
            Transactions = envelopes.Transactions,
            Claims = balances.Claims,
            Services = balances.Services,
            ChargeCents = balances.ChargeCents,
            PaidCents = balances.PaidCents,
            BprCents = balances.BprCents,
            PlbCents = balances.PlbCents,
            LineChargeCents = balances.LineChargeCents,
            AdjustmentCents = balances.Adjustments(),
            Balanced = balances.AreRight,
            Errors = findings.Errors,
            Warnings = findings.Warnings,
            MoreFindings = findings.Beyond,
        };

    private void TakeEnvelope(in Segment segment, uint code)
    {
        if (code == Tags.Se && walk is not null && envelopes.Transaction > 0)
        {
            walk.Take(segment, code, reader.Oddities, 0);
        }
        walk?.End();
        envelopes.IsContent(segment);
        values?.Check(segment, code, envelopes.Transaction);
        if (code == Tags.Gs)
        {
            groupVersion = segment.Text(8);
            groupDate = Utf8Parser.TryParse(segment[4], out int on, out _) && on > 10_000_000 ? on : 0;
        }
        else if (code == Tags.St && walk is not null)
        {
            Begin(walk, segment);
        }
    }

    private void Begin(GuideWalk walk, in Segment st)
    {
        var version = st[3].IsEmpty ? groupVersion : st.Text(3);
        var guide = Guide.Find(version, envelopes.Kind);
        walk.Begin(guide, groupDate);
        balances.FormIsChecked = guide is not null;
        if (guide is not null)
        {
            walk.Take(st, Tags.St, reader.Oddities, 0);
        }
        else if (unknownVersions.Add($"{envelopes.Kind} {version}"))
        {
            FileFindings.NoGuide(findings, envelopes, version, st.Place);
        }
    }

    private void End()
    {
        if (isEnded)
        {
            return;
        }
        isEnded = true;
        balances.EndTransaction();
        envelopes.End(reader.Place);
        FileFindings.Whole(reader, findings, envelopes);
    }
}

/// <summary>Envelopes, balances, and all that the implementation guides ask.</summary>
internal readonly struct ByGuide;

/// <summary>Envelopes and balances.</summary>
internal readonly struct SumsAlone;

/// <summary>Something done with a segment while it can be seen.</summary>
internal delegate void SegmentAction(in Segment segment);
