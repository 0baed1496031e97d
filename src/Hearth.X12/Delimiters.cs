using System.Runtime.InteropServices;

namespace Hearth.X12;

/// <summary>The four bytes that an interchange chose in its ISA segment to tell its parts from each other.</summary>
/// <param name="Element">After each element of a segment (ISA byte 4).</param>
/// <param name="Component">Between the parts of a composite element (ISA16).</param>
/// <param name="Repetition">Between repetitions of an element (ISA11 from version 00402 on); 0 where there is none.</param>
/// <param name="Segment">Ends a segment (the byte after ISA16).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Delimiters(byte Element, byte Component, byte Repetition, byte Segment)
{
    /// <summary>Elements of an ISA segment.</summary>
    internal const int HeaderElements = 16;

    /// <summary>An ISA with elements of wrong widths is still read when it ends within this many bytes.</summary>
    internal const int LongestHeader = 512;

    private const int RepetitionElement = 11;

    /// <summary>
    /// Reads the delimiters by counting separators rather than bytes, so that an ISA with wrong widths is read as well.
    /// </summary>
    /// <param name="header">Begins with "ISA".</param>
    /// <param name="delimiters">What the interchange chose.</param>
    /// <returns>False where no ISA segment can be made out.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> header, out Delimiters delimiters)
    {
        delimiters = default;
        // Blanks after the id are what is left where somebody padded or trimmed the line by hand.
        var at = "ISA".Length;
        while (at < header.Length && header[at] == (byte)' ')
        {
            at++;
        }
        if (at == header.Length || !header.StartsWith("ISA"u8) || !IsDelimiter(header[at]))
        {
            return false;
        }
        var element = header[at];
        byte repetition = 0;
        for (var n = 1; n < HeaderElements; n++)
        {
            var width = header[(at + 1)..].IndexOf(element);
            if (width < 0 || at + 1 + width >= LongestHeader)
            {
                return false;
            }
            // "U" stood here before version 00402: the standard's id, no separator.
            repetition =
                n == RepetitionElement && width == 1 && IsDelimiter(header[at + 1]) ? header[at + 1] : repetition;
            at += 1 + width;
        }
        if (header.Length < at + 3)
        {
            return false;
        }
        delimiters = new(element, header[at + 1], repetition, header[at + 2]);
        return IsDelimiter(delimiters.Segment) && delimiters.Segment != element && delimiters.Component != element;
    }

    private static bool IsDelimiter(byte b) => !char.IsAsciiLetterOrDigit((char)b) && b != (byte)' ';
}
