using System.Runtime.CompilerServices;

namespace Hearth.X12.Writing;

/// <summary>Segments that occur all over a claim, of values that were checked before.</summary>
internal static class PartySegments
{
    extension(SegmentWriter to)
    {
        /// <summary>Begins a segment.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Pen Start(ReadOnlySpan<byte> tag) => new(to, tag);

        /// <summary>NM1.</summary>
        public void Name(ReadOnlySpan<byte> entity, PartyName name, ReadOnlySpan<byte> qualifier, string? id)
        {
            var pen = to.Start("NM1"u8);
            pen.Known(entity);
            pen.Known(name.IsOrganization ? '2' : '1');
            pen.Text(name.Last);
            pen.Text(name.First);
            pen.Text(name.Middle);
            pen.Skip();
            pen.Text(name.Suffix);
            if (!string.IsNullOrEmpty(id))
            {
                pen.Known(qualifier);
                pen.Text(id);
            }
            pen.End();
        }

        /// <summary>NM1 of an organization.</summary>
        public void Name(ReadOnlySpan<byte> entity, string name, ReadOnlySpan<byte> qualifier, string? id)
        {
            var pen = to.Start("NM1"u8);
            pen.Known(entity);
            pen.Known('2');
            pen.Text(name);
            if (!string.IsNullOrEmpty(id))
            {
                pen.Skip(4);
                pen.Known(qualifier);
                pen.Text(id);
            }
            pen.End();
        }

        /// <summary>N3 and N4, where there is an address.</summary>
        public void Address(Address? address)
        {
            if (address is null)
            {
                return;
            }
            var street = to.Start("N3"u8);
            street.Text(address.Line1);
            street.Text(address.Line2);
            street.End();
            var place = to.Start("N4"u8);
            place.Text(address.City);
            place.Text(address.State);
            place.Text(address.Zip);
            place.Text(address.Country);
            place.Skip();
            place.Skip();
            place.Text(address.Subdivision);
            place.End();
        }

        /// <summary>PER, where there is a contact.</summary>
        public void Contact(Contact? contact)
        {
            if (contact is null)
            {
                return;
            }
            var pen = to.Start("PER"u8);
            pen.Known("IC"u8);
            pen.Text(contact.Name);
            Number(ref pen, "TE"u8, contact.Phone);
            Number(ref pen, "EX"u8, contact.Extension);
            Number(ref pen, "FX"u8, contact.Fax);
            Number(ref pen, "EM"u8, contact.Email);
            pen.End();
        }

        /// <summary>REF, where there is a number.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Reference(ReadOnlySpan<byte> qualifier, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Numbered(to, qualifier, value);
            }
        }

        /// <summary>REF, where there is a number.</summary>
        public void Reference(SecondaryId? id)
        {
            if (id is not null)
            {
                var pen = to.Start("REF"u8);
                pen.Text(id.Qualifier);
                pen.Text(id.Value);
                pen.End();
            }
        }

        /// <summary>PRV, where there is a taxonomy code.</summary>
        public void Specialty(ReadOnlySpan<byte> role, string? taxonomy)
        {
            if (!string.IsNullOrEmpty(taxonomy))
            {
                var pen = to.Start("PRV"u8);
                pen.Known(role);
                pen.Known("PXC"u8);
                pen.Text(taxonomy);
                pen.End();
            }
        }

        /// <summary>DTP of a day or of a stretch of days.</summary>
        public void Dates(ReadOnlySpan<byte> qualifier, DateOnly from, DateOnly? through)
        {
            var pen = to.Start("DTP"u8);
            pen.Known(qualifier);
            pen.Days(from, through);
            pen.End();
        }

        /// <summary>DTP of a day or of a stretch of days.</summary>
        public void Dates(ClaimDate date)
        {
            var pen = to.Start("DTP"u8);
            pen.Text(date.Qualifier);
            pen.Days(date.From, date.Through);
            pen.End();
        }

        /// <summary>AMT, where there is an amount.</summary>
        public void Sum(ReadOnlySpan<byte> qualifier, long? cents)
        {
            if (cents is { } there)
            {
                var pen = to.Start("AMT"u8);
                pen.Known(qualifier);
                pen.Amount(there);
                pen.End();
            }
        }

        /// <summary>NTE, where there is a note.</summary>
        public void Note(Note? note)
        {
            if (note is not null)
            {
                var pen = to.Start("NTE"u8);
                pen.Text(note.Code);
                pen.Text(note.Text);
                pen.End();
            }
        }
    }

    private static void Numbered(SegmentWriter to, ReadOnlySpan<byte> qualifier, string value)
    {
        var pen = to.Start("REF"u8);
        pen.Known(qualifier);
        pen.Text(value);
        pen.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Number(ref Pen pen, ReadOnlySpan<byte> qualifier, string? number)
    {
        if (!string.IsNullOrEmpty(number))
        {
            pen.Known(qualifier);
            pen.Text(number);
        }
    }
}
