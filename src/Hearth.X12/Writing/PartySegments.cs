using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hearth.X12.Writing;

/// <summary>Segments that occur all over a claim, of values that were checked before.</summary>
internal static class PartySegments
{
    /// <summary>Text, folded where it needs to be; an empty element where there is none.</summary>
    // Inlined, as most elements stay empty.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Text(this SegmentWriter to, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            to.Skip();
        }
        else
        {
            Words(to, text);
        }
    }

    /// <summary>Y, or nothing.</summary>
    public static void Yes(this SegmentWriter to, bool isTrue, ReadOnlySpan<byte> code)
    {
        if (isTrue)
        {
            to.Known(code);
        }
        else
        {
            to.Skip();
        }
    }

    /// <summary>A number without more digits than it needs.</summary>
    public static void Quantity(this SegmentWriter to, decimal quantity)
    {
        if (quantity.Scale == 0 || decimal.IsInteger(quantity))
        {
            to.Element((long)quantity);
            return;
        }
        Span<byte> digits = stackalloc byte[32];
        quantity.TryFormat(digits, out var length, "0.####", CultureInfo.InvariantCulture);
        to.Known(digits[..length]);
    }

    /// <summary>NM1.</summary>
    public static void Name(
        this SegmentWriter to,
        ReadOnlySpan<byte> entity,
        PartyName name,
        ReadOnlySpan<byte> qualifier,
        string? id
    )
    {
        to.Begin("NM1"u8);
        to.Known(entity);
        to.Known(name.IsOrganization ? "2"u8 : "1"u8);
        to.Text(name.Last);
        to.Text(name.First);
        to.Text(name.Middle);
        to.Skip();
        to.Text(name.Suffix);
        Id(to, qualifier, id);
        to.End();
    }

    /// <summary>NM1 of an organization.</summary>
    public static void Name(
        this SegmentWriter to,
        ReadOnlySpan<byte> entity,
        string name,
        ReadOnlySpan<byte> qualifier,
        string? id
    )
    {
        to.Begin("NM1"u8);
        to.Known(entity);
        to.Known("2"u8);
        to.Text(name);
        to.Skip(4);
        Id(to, qualifier, id);
        to.End();
    }

    /// <summary>N3 and N4, where there is an address.</summary>
    public static void Address(this SegmentWriter to, Address? address)
    {
        if (address is null)
        {
            return;
        }
        to.Begin("N3"u8);
        to.Text(address.Line1);
        to.Text(address.Line2);
        to.End();
        to.Begin("N4"u8);
        to.Text(address.City);
        to.Text(address.State);
        to.Text(address.Zip);
        to.Text(address.Country);
        to.Skip(2);
        to.Text(address.Subdivision);
        to.End();
    }

    /// <summary>PER, where there is a contact.</summary>
    public static void Contact(this SegmentWriter to, Contact? contact)
    {
        if (contact is null)
        {
            return;
        }
        to.Begin("PER"u8);
        to.Known("IC"u8);
        to.Text(contact.Name);
        Number(to, "TE"u8, contact.Phone);
        Number(to, "EX"u8, contact.Extension);
        Number(to, "FX"u8, contact.Fax);
        Number(to, "EM"u8, contact.Email);
        to.End();
    }

    /// <summary>REF, where there is a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reference(this SegmentWriter to, ReadOnlySpan<byte> qualifier, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Numbered(to, qualifier, value);
        }
    }

    /// <summary>REF, where there is a number.</summary>
    public static void Reference(this SegmentWriter to, SecondaryId? id)
    {
        if (id is not null)
        {
            to.Begin("REF"u8);
            to.Text(id.Qualifier);
            to.Text(id.Value);
            to.End();
        }
    }

    /// <summary>PRV, where there is a taxonomy code.</summary>
    public static void Specialty(this SegmentWriter to, ReadOnlySpan<byte> role, string? taxonomy)
    {
        if (!string.IsNullOrEmpty(taxonomy))
        {
            to.Begin("PRV"u8);
            to.Known(role);
            to.Known("PXC"u8);
            to.Text(taxonomy);
            to.End();
        }
    }

    /// <summary>DTP of a day or of a stretch of days.</summary>
    public static void Dates(this SegmentWriter to, ReadOnlySpan<byte> qualifier, DateOnly from, DateOnly? through)
    {
        to.Begin("DTP"u8);
        to.Known(qualifier);
        Days(to, from, through);
    }

    /// <summary>DTP of a day or of a stretch of days.</summary>
    public static void Dates(this SegmentWriter to, ClaimDate date)
    {
        to.Begin("DTP"u8);
        to.Text(date.Qualifier);
        Days(to, date.From, date.Through);
    }

    /// <summary>AMT, where there is an amount.</summary>
    public static void Sum(this SegmentWriter to, ReadOnlySpan<byte> qualifier, long? cents)
    {
        if (cents is { } there)
        {
            to.Begin("AMT"u8);
            to.Known(qualifier);
            to.Amount(there);
            to.End();
        }
    }

    /// <summary>NTE, where there is a note.</summary>
    public static void Note(this SegmentWriter to, Note? note)
    {
        if (note is not null)
        {
            to.Begin("NTE"u8);
            to.Text(note.Code);
            to.Text(note.Text);
            to.End();
        }
    }

    private static void Numbered(SegmentWriter to, ReadOnlySpan<byte> qualifier, string value)
    {
        to.Begin("REF"u8);
        to.Known(qualifier);
        Words(to, value);
        to.End();
    }

    private static void Words(SegmentWriter to, string text)
    {
        if (text[^1] == ' ' || !to.TryKnown(text))
        {
            to.Element(PlainText.Fold(text));
        }
    }

    private static void Id(SegmentWriter to, ReadOnlySpan<byte> qualifier, string? id)
    {
        if (!string.IsNullOrEmpty(id))
        {
            to.Known(qualifier);
            to.Text(id);
        }
    }

    private static void Number(SegmentWriter to, ReadOnlySpan<byte> qualifier, string? number)
    {
        if (!string.IsNullOrEmpty(number))
        {
            to.Known(qualifier);
            to.Text(number);
        }
    }

    private static void Days(SegmentWriter to, DateOnly from, DateOnly? through)
    {
        if (through is { } last)
        {
            to.Known("RD8"u8);
            to.Range(from, last);
        }
        else
        {
            to.Known("D8"u8);
            to.Date(from);
        }
        to.End();
    }
}
