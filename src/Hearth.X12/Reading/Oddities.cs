using System.Runtime.InteropServices;

namespace Hearth.X12.Reading;

/// <summary>Where in a segment separators of parts or repetitions stand, or what no element may hold.</summary>
/// <param name="AreKnown">False where each element has to be looked at.</param>
/// <param name="Bits">
/// A bit for each byte after the first element separator, that one's lowest. None is set where the segment is longer than
/// there are bits, and then there are none.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Oddities(bool AreKnown, ulong Bits);
