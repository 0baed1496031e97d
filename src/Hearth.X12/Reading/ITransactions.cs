namespace Hearth.X12.Reading;

/// <summary>Takes transactions segment by segment.</summary>
internal interface ITransactions
{
    /// <summary>One begins.</summary>
    void Begin(in Segment st, Origin origin);

    /// <summary>A segment between ST and SE.</summary>
    void Take(in Segment segment);

    /// <summary>It is at its end, whether SE came or not.</summary>
    void End();
}
