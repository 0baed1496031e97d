namespace Hearth.X12;

/// <summary>Where something that was read stood.</summary>
/// <param name="Envelope">The interchange and the group around it.</param>
/// <param name="ControlNumber">The transaction's number (ST02).</param>
/// <param name="Guide">The implementation guide (ST03, or GS08 where ST03 is empty), such as 005010X231A1.</param>
/// <param name="Transaction">Counted from 1 over the stream, all kinds of transactions together.</param>
public sealed record Origin(Envelope Envelope, string ControlNumber, string Guide, int Transaction);
