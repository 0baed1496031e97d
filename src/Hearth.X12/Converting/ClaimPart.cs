namespace Hearth.X12.Converting;

/// <summary>What a claim (837) says beside its parties.</summary>
internal sealed class ClaimPart
{
    // Diagnoses in ICD-10 and ICD-9: first, other, admitting, reason for the visit, external cause. HI holds more than these.
    private const int MostDiagnoses = 100; // they stand in each row of the claim
    private static readonly string[] DiagnosisLists = ["ABK", "ABF", "ABJ", "APR", "ABN", "BK", "BF", "BJ", "PR", "BN"];

    private readonly List<string> diagnoses = [];

    public string? Id { get; private set; }
    public long? Charge { get; private set; }
    public string? Place { get; private set; }
    public string? Frequency { get; private set; }
    public string? Authorization { get; private set; }
    public string? Original { get; private set; }
    public string Diagnoses => string.Join(' ', diagnoses);

    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Clm:
                Id = segment.Text(1);
                Charge = Cents.TryParse(segment[2], out var cents) ? cents : null;
                Place = Segment.ToText(segment.Component(5, 1));
                Frequency = Segment.ToText(segment.Component(5, 3));
                break;
            case Tags.Ref when segment[1].SequenceEqual("G1"u8):
                Authorization = segment.Text(2);
                break;
            case Tags.Ref when segment[1].SequenceEqual("F8"u8):
                Original = segment.Text(2);
                break;
            case Tags.Hi:
                TakeDiagnoses(segment);
                break;
        }
    }

    private void TakeDiagnoses(in Segment hi)
    {
        for (var element = 1; element <= hi.Count && diagnoses.Count < MostDiagnoses; element++)
        {
            if (DiagnosisLists.Contains(Segment.ToText(hi.Component(element, 1))))
            {
                diagnoses.Add(Segment.ToText(hi.Component(element, 2)));
            }
        }
    }
}
