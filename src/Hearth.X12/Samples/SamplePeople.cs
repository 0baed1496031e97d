using System.Globalization;

namespace Hearth.X12.Samples;

/// <summary>Made-up agencies, workers, plans and people. The same number is always the same one.</summary>
internal sealed class SamplePeople
{
    private const int Agencies = 8;
    private const int WorkersOfAgency = 12;
    private readonly int seed;
    private readonly Provider[] workers;
    private readonly Provider[] supervisors;
    private readonly ServiceFacility[] facilities;

    public SamplePeople(int seed)
    {
        this.seed = seed;
        Billing = Made(Agencies, MakeAgency);
        workers = Made(Agencies * WorkersOfAgency, MakeWorker);
        supervisors = Made(Agencies, MakeSupervisor);
        facilities = Made(Agencies, MakeFacility);
    }

    public BillingProvider[] Billing { get; }

    public static Payer[] Plans { get; } =
    [
        new() { Name = "Sample Medicaid Plan", Id = "SAMPLEMC1" },
        new() { Name = "Sample Community Health Plan", Id = "SAMPLEMC2" },
        new() { Name = "Sample Behavioral Partners", Id = "SAMPLEMC3" },
        new() { Name = "Sample Medicare Contractor", Id = "SAMPLEMB" },
        new() { Name = "Sample Mutual Insurance", Id = "SAMPLECI" },
    ];

    public static string[] Filings { get; } = ["MC", "MC", "MC", "MB", "CI"];

    public Provider Worker(int agency, ref SampleRandom random) =>
        workers[(agency * WorkersOfAgency) + random.Below(WorkersOfAgency)];

    public Provider Supervisor(int agency) => supervisors[agency];

    public ServiceFacility Facility(int agency) => facilities[agency];

    public Subscriber Person(long number, string filing, string responsibility)
    {
        var random = new SampleRandom(seed, (3L << 40) + number);
        return new()
        {
            Responsibility = responsibility,
            FilingIndicator = filing,
            InsuranceType = filing == "MB" && responsibility != "P" ? "47" : null,
            GroupNumber = filing == "CI" ? Digits(random.Below(90_000) + 10_000, 5) : null,
            Name = Name(ref random),
            MemberId = "S" + Digits(number + 1, 9),
            Address = Home(ref random),
            Born = Birth(ref random, 1940, filing == "CI" ? 1985 : 2005),
            Gender = random.Of(["F", "M", "U"]),
        };
    }

    public Patient Dependent(long number, Subscriber of)
    {
        var random = new SampleRandom(seed, (4L << 40) + number);
        var isChild = random.Chance(70);
        return new()
        {
            Relationship = isChild ? "19" : "01",
            Name = PartyName.Person(of.Name.Last, random.Of(SampleWords.First)),
            Address = of.Address!,
            Born = isChild ? Birth(ref random, 2007, 2012) : Birth(ref random, 1950, 2000),
            Gender = random.Of(["F", "M", "U"]),
        };
    }

    public static PartyName Name(ref SampleRandom random) =>
        PartyName.Person(
            random.Of(SampleWords.Last),
            random.Of(SampleWords.First),
            random.Chance(30) ? $"{(char)('A' + random.Below(26))}" : null,
            random.Chance(2) ? random.Of(["JR", "SR", "III"]) : null
        );

    private BillingProvider MakeAgency(int agency)
    {
        var random = new SampleRandom(seed, (1L << 40) + agency);
        var address = Home(ref random);
        return new()
        {
            Name = PartyName.Organization("Sample " + SampleWords.Agencies[agency]),
            Npi = Identifier(100 + agency),
            Taxonomy = "251S00000X",
            TaxId = "00" + Digits(1_000_000 + (agency * 11), 7),
            Address = address with { Zip = Digits(random.Below(90_000) + 1_000, 5) + "0001" },
            Contact = new() { Name = "Sample Billing Office", Phone = "207555" + Digits(100 + agency, 4) },
            PayTo = agency % 3 == 0 ? address with { Line1 = "PO Box " + Digits(agency + 1, 3) } : null,
        };
    }

    private Provider MakeWorker(int worker)
    {
        var random = new SampleRandom(seed, (2L << 40) + worker);
        var hasNumber = worker % 10 != 9;
        return new()
        {
            Name = Name(ref random),
            Npi = hasNumber ? Identifier(1_000 + worker) : null,
            Taxonomy = "175T00000X",
            SecondaryId = hasNumber ? null : new("G2", "PEER" + Digits(worker, 5)),
        };
    }

    private Provider MakeSupervisor(int agency)
    {
        var random = new SampleRandom(seed, (5L << 40) + agency);
        return new() { Name = Name(ref random), Npi = Identifier(5_000 + agency) };
    }

    private ServiceFacility MakeFacility(int agency)
    {
        var random = new SampleRandom(seed, (6L << 40) + agency);
        return new()
        {
            Name = "Sample Drop-in Center " + Digits(agency + 1, 2),
            Npi = agency % 2 == 0 ? Identifier(7_000 + agency) : null,
            Address = Home(ref random) with { Zip = Digits(random.Below(90_000) + 1_000, 5) + "0002" },
        };
    }

    private static Address Home(ref SampleRandom random) =>
        new()
        {
            Line1 = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Between(1, 999)} {random.Of(SampleWords.Streets)}"
            ),
            Line2 = random.Chance(15)
                ? string.Create(CultureInfo.InvariantCulture, $"Apt {random.Between(1, 40)}")
                : null,
            City = random.Of(SampleWords.Cities),
            State = random.Of(SampleWords.States),
            Zip = Digits(random.Below(90_000) + 1_000, 5),
        };

    private static DateOnly Birth(ref SampleRandom random, int first, int last) =>
        new(random.Between(first, last), random.Between(1, 12), random.Between(1, 28));

    private static string Identifier(int number)
    {
        var nine = "1" + Digits(99_000_000 + number, 8);
        return nine + (char)('0' + Npi.CheckDigit(nine));
    }

    public static string Digits(long number, int width) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static T[] Made<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = make(i);
        }
        return made;
    }
}
