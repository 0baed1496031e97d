namespace Hearth.X12.Samples;

/// <summary>What stands around made-up claims and payments.</summary>
internal static class SampleEnvelope
{
    public static Envelope Of(int seed, string sender, string receiver)
    {
        var number = SamplePeople.Digits(((uint)seed % 999_999_999) + 1, 9);
        return new()
        {
            Sender = new("ZZ", sender),
            Receiver = new("ZZ", receiver),
            Time = SampleClaims.Made,
            ControlNumber = number,
            GroupControlNumber = number.TrimStart('0'),
            IsTest = true,
        };
    }

    public static ClaimBatch Batch(int seed, int number) =>
        new()
        {
            ControlNumber = SamplePeople.Digits(number, 4),
            Reference = $"SAMPLE-{(uint)seed}-{number}",
            Created = SampleClaims.Made,
            Submitter = new()
            {
                Name = PartyName.Organization("Sample Billing Service"),
                Id = "OPENPORCH",
                Contact = new()
                {
                    Name = "Sample EDI Desk",
                    Phone = "2075550199",
                    Email = "edi@example.org",
                },
            },
            Receiver = new("Sample Clearinghouse", "SAMPLECLEAR"),
        };
}
