using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <summary>Service lines, and that they come to what the claim charges.</summary>
internal sealed partial class ClaimCheck
{
    private const int MostLines = 50;
    private const int MostPointers = 4;
    private const int MostModifiers = 4;

    private void Lines(Claim it)
    {
        var lines = it.Lines.Items();
        if (lines.Length is 0 or > MostLines)
        {
            Add("LX", 1, $"The claim has {lines.Length} lines.", $"Give one to {MostLines}; divide a longer claim.");
        }
        var sum = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            sum += lines[i].ChargeCents;
            Line(it, lines[i], i + 1);
        }
        if (sum != it.ChargeCents)
        {
            Add(
                "CLM",
                2,
                $"The claim charges {Cents.Show(it.ChargeCents)}, but its lines come to {Cents.Show(sum)}.",
                "Correct the total or the lines.",
                Cents.Show(it.ChargeCents)
            );
        }
    }

    private void Line(Claim it, ServiceLine line, int number)
    {
        who = "a line";
        Procedure(line.CodeList, line.Procedure, line.Modifiers, "SV1", 1);
        Text(line.Description, 1, 80, "SV1", 1, "description");
        Amount(line.ChargeCents, "SV1", 2, "charge");
        Code(line.Unit is "UN" or "MJ", line.Unit, "SV1", 3, "unit", "UN or MJ");
        Units(line.Quantity, "SV1", 4, mayBeNone: false);
        Digits(line.PlaceOfService, 2, "SV1", 5, "place of service");
        Pointers(it, line, number);
        Text(line.PriorAuthorization, 1, 50, "REF", 2, "prior authorization number");
        Text(line.ControlNumber, 1, 30, "REF", 2, "control number");
        Text(line.Referral, 1, 50, "REF", 2, "referral number");
        if (line.Note is { } note)
        {
            Code(note.Code is "ADD" or "DCP", note.Code, "NTE", 1, "kind of note", "ADD or DCP");
            Text(note.Text, 1, 80, "NTE", 2, "note", isRequired: true);
        }
        LineDates(it, line);
        Person(line.Rendering, "the rendering provider", mayBeOrganization: true);
        Person(line.Supervising, "the supervising provider", mayBeOrganization: false);
    }

    private void LineDates(Claim it, ServiceLine line)
    {
        var last = line.Through ?? line.From;
        Days(line.From, last, "DTP", "its first", "The last day of a service");
        Days(last, made, "DTP", "a service on it", "The day the file is made");
        if ((it.Patient?.Born ?? (it.Patient is null ? it.Subscriber.Born : null)) is { } born)
        {
            Days(born, line.From, "DTP", "the patient's birth", "A service");
        }
    }

    private void Pointers(Claim it, ServiceLine line, int number)
    {
        var pointers = line.DiagnosisPointers.Items();
        var diagnoses = it.Diagnoses.Items().Length;
        var isRight = pointers.Length is > 0 and <= MostPointers;
        for (var i = 0; i < pointers.Length; i++)
        {
            isRight &= pointers[i] >= 1 && pointers[i] <= diagnoses;
        }
        if (!isRight)
        {
            Add(
                "SV1",
                7,
                $"Line {number} does not point at one to four of the claim's {diagnoses} diagnoses.",
                "Point at those that the service was for; the first diagnosis is 1."
            );
        }
    }

    private void Procedure(string list, string code, IReadOnlyList<string> all, string segment, int element)
    {
        var modifiers = all.Items();
        Code(list is "HC" or "ER" or "IV" or "WK", list, segment, element, "code list", "HC, ER, IV or WK");
        Text(code, 1, 48, segment, element, "procedure", isRequired: true);
        if (modifiers.Length > MostModifiers)
        {
            Add(
                segment,
                element,
                $"A line has {modifiers.Length} modifiers.",
                $"Leave the {MostModifiers} that bear on payment."
            );
        }
        foreach (var modifier in modifiers)
        {
            Text(modifier, 2, 2, segment, element, "modifier", isRequired: true);
        }
    }

    private void Units(decimal quantity, string segment, int element, bool mayBeNone)
    {
        const decimal most = 99_999_999m;
        if (quantity.Scale == 0 && quantity <= most && quantity >= 1)
        {
            return;
        }
        if (quantity < 0 || quantity > most || (quantity == 0 && !mayBeNone) || decimal.Round(quantity, 3) != quantity)
        {
            Add(segment, element, $"A line has {quantity} units.", "Give eight digits at most, and three decimals.");
        }
    }
}
