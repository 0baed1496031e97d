namespace Hearth.X12.Samples;

/// <summary>Made-up claims for peer support. The claim of a number is the same whichever others are asked for.</summary>
internal sealed class SampleClaims(int seed)
{
    /// <summary>Claims that follow each other, of one agency to one plan.</summary>
    public const int InRun = 250;

    private const int ClaimsOfPerson = 2;
    public static readonly DateTime Made = new(2026, 11, 6, 9, 30, 0);
    private static readonly DateOnly FirstDay = new(2026, 9, 1);

    private readonly SamplePeople people = new(seed);
    private Subscriber? last; // the person of the claim before

    public Claim Of(int number)
    {
        var random = new SampleRandom(seed, number);
        var run = number / InRun;
        var agency = run % people.Billing.Length;
        var plan = run % SamplePeople.Plans.Length;
        var person = number / ClaimsOfPerson;
        var isSecond = person % 12 == 5;
        var subscriber = Person(person, SamplePeople.Filings[plan], isSecond ? "S" : "P");
        var place = random.Of(SampleService.Places);
        var diagnoses = Diagnoses(ref random);
        var lines = Lines(ref random, plan, place, diagnoses.Length, agency, number);
        var charge = 0L;
        foreach (var line in lines)
        {
            charge += line.ChargeCents;
        }
        var frequency = random.Below(100) switch
        {
            < 3 => "7",
            < 4 => "8",
            _ => "1",
        };
        var claim = new Claim
        {
            BillingProvider = people.Billing[agency],
            Subscriber = subscriber,
            Payer = SamplePeople.Plans[plan],
            Patient =
                subscriber.FilingIndicator == "CI" && person % 3 == 0 ? people.Dependent(person, subscriber) : null,
            Id = $"S{SamplePeople.Digits(seed % 1000, 3)}-{SamplePeople.Digits(number + 1, 8)}",
            ChargeCents = charge,
            PlaceOfService = place,
            Frequency = frequency,
            DelayReason = random.Chance(1) ? "8" : null,
            OriginalReference = frequency == "1" ? null : "P" + SamplePeople.Digits(number, 10),
            PriorAuthorization = random.Chance(30) ? "PA" + SamplePeople.Digits(person, 8) : null,
            Referral = random.Chance(3) ? "RF" + SamplePeople.Digits(person, 8) : null,
            MedicalRecord = random.Chance(20) ? "MR" + SamplePeople.Digits(person, 7) : null,
            Note = random.Chance(5) ? new("ADD", random.Of(SampleWords.Notes)) : null,
            Diagnoses = diagnoses,
            Rendering = random.Chance(85) ? people.Worker(agency, ref random) : null,
            ServiceFacility = random.Chance(10) ? people.Facility(agency) : null,
            Supervising = random.Chance(40) ? people.Supervisor(agency) : null,
            Lines = lines,
        };
        return isSecond ? SampleCoverage.Of(claim, ref random) : claim;
    }

    private Subscriber Person(int number, string filing, string responsibility)
    {
        var person = people.Person(number, filing, responsibility);
        return last = person == last ? last : person;
    }

    private static Diagnosis[] Diagnoses(ref SampleRandom random)
    {
        var diagnoses = new Diagnosis[random.Between(1, 3)];
        var first = random.Below(SampleWords.Diagnoses.Length);
        for (var i = 0; i < diagnoses.Length; i++)
        {
            var code = SampleWords.Diagnoses[(first + (i * 5)) % SampleWords.Diagnoses.Length];
            diagnoses[i] = i == 0 ? Diagnosis.Principal(code) : Diagnosis.Other(code);
        }
        return diagnoses;
    }

    private ServiceLine[] Lines(ref SampleRandom random, int plan, string place, int diagnoses, int agency, int number)
    {
        var isNavigation = SamplePeople.Filings[plan] == "MB";
        var lines = new ServiceLine[isNavigation ? 1 : random.Between(1, 5)];
        var day = FirstDay.AddDays(random.Below(28));
        for (var i = 0; i < lines.Length; i++)
        {
            var service = isNavigation ? SampleService.Navigation : random.Of(SampleService.OfPeers);
            var units = random.Between(1, service.MostUnits);
            lines[i] = new()
            {
                Procedure = service.Procedure,
                Modifiers = service.ModifiersAt(place, ref random),
                ChargeCents = (long)units * service.Cents,
                Quantity = units,
                PlaceOfService = !isNavigation && place == "11" && random.Chance(10) ? "04" : null,
                DiagnosisPointers = diagnoses > 1 && random.Chance(30) ? [1, 2] : [1],
                From = day,
                Through = isNavigation ? day.AddDays(27) : null,
                ControlNumber = $"{SamplePeople.Digits(number + 1, 8)}L{i + 1}",
                Note = random.Chance(2) ? new("ADD", random.Of(SampleWords.Notes)) : null,
                Rendering = random.Chance(5) ? people.Worker(agency, ref random) : null,
            };
            day = day.AddDays(random.Between(1, 4));
        }
        return lines;
    }
}
