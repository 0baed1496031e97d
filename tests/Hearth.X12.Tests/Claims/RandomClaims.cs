namespace Hearth.X12.Tests.Claims;

/// <summary>Valid files of any shape: every optional part is there in some of them.</summary>
internal sealed class RandomClaims(int seed)
{
    private static readonly DateTime Made = new(2026, 11, 12, 23, 59, 0);
    private readonly Random random = new(seed);

    public ClaimFile File() =>
        new()
        {
            Envelope = new()
            {
                Sender = new(Of("ZZ", "30"), Word(1, 15), Word(2, 15)),
                Receiver = new("ZZ", Word(1, 15)) { Application = Word(2, 15) },
                Time = Made,
                ControlNumber = $"{random.Next(1, 1_000_000_000):000000000}",
                GroupControlNumber = $"{random.Next(1, 1_000_000_000)}",
                IsTest = Yes(),
                WantsAcknowledgement = Yes(),
                Delimiters = Yes() ? SegmentWriter.Usual : new((byte)'|', (byte)'>', (byte)'^', (byte)'\n'),
            },
            Batches = Many(1, 3, Batch),
        };

    private ClaimBatch Batch(int number) =>
        new()
        {
            ControlNumber = $"{number:0000}",
            Reference = Word(1, 30),
            Created = Made.AddDays(-random.Next(3)),
            IsReissue = Yes(),
            Purpose = Of("CH", "RP", "31"),
            Submitter = new()
            {
                Name = Name() with { Suffix = null },
                Id = Word(2, 80),
                Contact = Contact(),
            },
            Receiver = new(Word(1, 60), Word(2, 80)),
            Claims = Shared(),
        };

    // Levels that claims share, in part.
    private Claim[] Shared()
    {
        var claims = Many(1, 6, _ => Claim());
        for (var i = 1; i < claims.Length; i++)
        {
            var before = claims[i - 1];
            claims[i] = random.Next(4) switch
            {
                0 => claims[i],
                1 => claims[i] with
                {
                    BillingProvider = before.BillingProvider with { },
                    Payer = claims[i].Payer with { BillingProviderId = new("G2", "7") },
                },
                2 => claims[i] with
                {
                    BillingProvider = before.BillingProvider,
                    Subscriber = before.Subscriber,
                    Payer = before.Payer,
                },
                _ => before with { Id = Word(1, 20) },
            };
            claims[i] = InOrder(claims[i]);
        }
        return claims;
    }

    private Claim Claim()
    {
        var diagnoses = Many(
            1,
            12,
            i => new Diagnosis(i == 1 ? "ABK" : "ABF", $"F{random.Next(10, 100)}{Of("", "9", "A1")}")
        );
        var coverages = Many(0, 3, Coverage);
        var lines = Many(1, 5, _ => Line(diagnoses.Length, coverages));
        var charge = lines.Sum(l => l.ChargeCents);
        var frequency = Of("1", "7", "8");
        var hasDependent = random.Next(4) == 0;
        return InOrder(
            new Claim
            {
                BillingProvider = Billing(),
                Subscriber = Subscriber(),
                Payer = Payer() with { BillingProviderId = new(Of("G2", "LU"), Word(1, 50)) },
                Patient = hasDependent ? Patient() : null,
                Id = Word(1, 20),
                ChargeCents = charge,
                PlaceOfService = "11",
                Frequency = frequency,
                HasSignature = Yes(),
                Assignment = Of("A", "B", "C"),
                BenefitsAssigned = Of("Y", "N", "W"),
                Release = Of("Y", "I"),
                IsSignedForPatient = Yes(),
                SpecialProgram = Maybe(() => Of("02", "09")),
                DelayReason = Maybe(() => Of("1", "11", "15")),
                Dates = Yes()
                    ? []
                    : [new("435", Day()), new("096", new(2026, 10, 31)), new("314", Day(), new(2026, 11, 1))],
                PatientPaidCents = Yes() ? random.Next(10_000) : null,
                Referral = Maybe(() => Word(1, 50)),
                PriorAuthorization = Maybe(() => Word(1, 50)),
                OriginalReference = frequency == "1" ? Maybe(() => Word(1, 50)) : Word(1, 50),
                ClearinghouseTrace = Maybe(() => Word(1, 50)),
                MedicalRecord = Maybe(() => Word(1, 50)),
                Note = Maybe(() => new Note(Of("ADD", "CER", "DCP", "DGN", "TPO"), Word(1, 80))),
                Diagnoses = diagnoses,
                Referring = Maybe(() => Provider(Name(isPerson: true), hasTaxonomy: false) with { SecondaryId = null }),
                Rendering = Maybe(() => Provider(Name())),
                ServiceFacility = Maybe(Facility),
                Supervising = Maybe(() => Provider(Name(isPerson: true), hasTaxonomy: false)),
                OtherCoverage = Balanced(coverages, lines, charge),
                Lines = lines,
            }
        );
    }

    // Who pays after others is not first.
    private static Claim InOrder(Claim claim) =>
        claim with
        {
            Subscriber = claim.Subscriber with { Responsibility = claim.OtherCoverage.Count == 0 ? "P" : "T" },
        };

    private ServiceLine Line(int diagnoses, OtherCoverage[] coverages)
    {
        var charge = random.Next(1, 100_000);
        var from = Day();
        return new()
        {
            CodeList = Of("HC", "HC", "WK"),
            Procedure = Of("H0038", "T1012", "G0140", "H2015"),
            Modifiers = Many(0, 4, _ => Of("HQ", "95", "GT", "U1", "HF")),
            Description = Maybe(() => Word(1, 80)),
            ChargeCents = charge,
            Unit = Of("UN", "MJ"),
            Quantity = random.Next(1, 100_000) / (Yes() ? 1m : 1000m),
            PlaceOfService = Maybe(() => Of("02", "10", "27")),
            DiagnosisPointers = Many(1, 4, _ => random.Next(1, diagnoses + 1)),
            IsEmergency = Yes(),
            IsEpsdt = Yes(),
            IsFamilyPlanning = Yes(),
            From = from,
            Through = Yes() ? null : from.AddDays(random.Next(3)),
            PriorAuthorization = Maybe(() => Word(1, 50)),
            ControlNumber = Maybe(() => Word(1, 30)),
            Referral = Maybe(() => Word(1, 50)),
            Note = Maybe(() => new Note(Of("ADD", "DCP"), Word(1, 80))),
            Rendering = Maybe(() => Provider(Name())),
            Supervising = Maybe(() => Provider(Name(isPerson: true), hasTaxonomy: false)),
            Adjudications =
            [
                .. coverages.Where(c => c.RemainingCents is not null).Select(c => Adjudication(c, charge)),
            ],
        };
    }

    private LineAdjudication Adjudication(OtherCoverage by, int charge)
    {
        var adjustments = Adjustments(charge, out var paid);
        return new()
        {
            PayerId = by.Payer.Id,
            PaidCents = paid,
            Procedure = "H0038",
            Modifiers = Many(0, 4, _ => "HQ"),
            Quantity = random.Next(0, 9),
            BundledLine = Yes() ? 1 : null,
            Adjustments = adjustments,
            On = new(2026, 11, 5),
            RemainingCents = Yes() ? random.Next(500) : null,
        };
    }

    // RemainingCents marks those that decided by line.
    private OtherCoverage Coverage(int number) =>
        new()
        {
            Responsibility = $"{(char)('A' + number)}",
            Relationship = Of("18", "01", "19"),
            GroupNumber = Maybe(() => Word(1, 50)),
            GroupName = Maybe(() => Word(1, 60)),
            InsuranceType = Maybe(() => "47"),
            FilingIndicator = Of("CI", "MB", "16"),
            RemainingCents = Yes() ? random.Next(500) : null,
            NonCoveredCents = Yes() ? random.Next(500) : null,
            BenefitsAssigned = Of("Y", "N", "W"),
            IsSignedForPatient = Yes(),
            Release = Of("Y", "I"),
            Insured = Name(),
            MemberId = Word(2, 80),
            InsuredAddress = Maybe(Address),
            Payer = Payer() with { Id = $"OTHER{number}" },
            PaidOn = Yes() ? new(2026, 11, 6) : null,
            PriorAuthorization = Maybe(() => Word(1, 50)),
            PayerClaimNumber = Maybe(() => Word(1, 50)),
        };

    private OtherCoverage[] Balanced(OtherCoverage[] coverages, ServiceLine[] lines, long charge) =>
        [
            .. coverages.Select(coverage =>
            {
                var own = lines.SelectMany(l => l.Adjudications).Where(a => a.PayerId == coverage.Payer.Id).ToList();
                if (own.Count > 0)
                {
                    return coverage with { PaidCents = own.Sum(a => a.PaidCents) };
                }
                if (Yes())
                {
                    return coverage; // has not decided
                }
                var adjustments = Adjustments((int)Math.Min(charge, int.MaxValue), out var paid);
                return coverage with { Adjustments = adjustments, PaidCents = paid, PaidOn = new(2026, 11, 6) };
            }),
        ];

    private Adjustment[] Adjustments(int charge, out long paid)
    {
        var adjustments = Many(
            0,
            14,
            i => new Adjustment(
                i < 10 ? "CO" : "PR",
                Of("45", "97", "2", "B7"),
                random.Next(1, 500) * (Yes() ? 1 : -1),
                Yes() ? null : random.Next(9) / 2m
            )
        );
        paid = charge - adjustments.Sum(a => a.Cents);
        return adjustments;
    }

    private BillingProvider Billing() =>
        new()
        {
            Name = Name(),
            Npi = Maybe(Identifier),
            Taxonomy = Maybe(() => "251S00000X"),
            TaxId = Digits(9),
            TaxIdIsSsn = Yes(),
            Address = Address() with { Zip = Digits(9), State = "ME", Country = null, Subdivision = null },
            License = Maybe(() => new SecondaryId(Of("0B", "1G"), Word(1, 50))),
            Contact = Maybe(Contact),
            PayTo = Maybe(Address),
        };

    private Subscriber Subscriber() =>
        new()
        {
            GroupNumber = Maybe(() => Word(1, 50)),
            GroupName = Maybe(() => Word(1, 60)),
            InsuranceType = Maybe(() => "12"),
            FilingIndicator = Of("MC", "CI", "11"),
            Name = Name(),
            MemberId = Word(2, 80),
            Address = Address(),
            Born = new(1900 + random.Next(100), 1 + random.Next(12), 1),
            Gender = Of("F", "M", "U"),
            Ssn = Maybe(() => Digits(9)),
            Died = Yes() ? Day() : null,
            IsPregnant = Yes(),
        };

    private Patient Patient() =>
        new()
        {
            Relationship = Of("01", "19", "G8"),
            Name = Name(isPerson: true),
            Address = Address(),
            Born = new(2010, 1, 1 + random.Next(28)),
            Gender = Of("F", "M", "U"),
            Died = Yes() ? Day() : null,
            IsPregnant = Yes(),
        };

    private Payer Payer() =>
        new()
        {
            Name = Word(1, 60),
            Id = Word(2, 80),
            IdIsNational = Yes(),
            Address = Maybe(Address),
            SecondaryId = Maybe(() => new SecondaryId(Of("2U", "EI", "FY", "NF"), Word(1, 50))),
        };

    private ServiceFacility Facility() =>
        new()
        {
            Name = Word(1, 60),
            Npi = Maybe(Identifier),
            Address = Address() with { Zip = Digits(9), State = "ME", Country = null, Subdivision = null },
            SecondaryId = Maybe(() => new SecondaryId(Of("0B", "G2", "LU"), Word(1, 50))),
        };

    private Provider Provider(PartyName name, bool hasTaxonomy = true) =>
        new()
        {
            Name = name,
            Npi = Maybe(Identifier),
            Taxonomy = hasTaxonomy ? Maybe(() => "175T00000X") : null,
            SecondaryId = Maybe(() => new SecondaryId(Of("0B", "1G", "G2", "LU"), Word(1, 50))),
        };

    private PartyName Name(bool isPerson = false) =>
        isPerson || Yes()
            ? PartyName.Person(
                Word(1, 60),
                Maybe(() => Word(1, 35)),
                Maybe(() => Word(1, 25)),
                Maybe(() => Word(1, 10))
            )
            : PartyName.Organization(Word(1, 60));

    private Address Address() =>
        Yes()
            ? new()
            {
                Line1 = Word(1, 55),
                Line2 = Maybe(() => Word(1, 55)),
                City = Word(2, 30),
                State = Of("ME", "GA"),
                Zip = Digits(Yes() ? 5 : 9),
            }
            : new()
            {
                Line1 = Word(1, 55),
                City = Word(2, 30),
                Country = "MX",
                Subdivision = Maybe(() => "ROO"),
                Zip = Maybe(() => Digits(5)),
            };

    private Contact Contact()
    {
        var contact = new Contact
        {
            Name = Maybe(() => Word(1, 60)),
            Phone = Digits(10),
            Extension = Maybe(() => Digits(3)),
        };
        return random.Next(3) switch
        {
            0 => contact with { Fax = Digits(10) },
            1 => contact with { Email = $"{Word(1, 9)}@EXAMPLE.ORG" },
            _ => contact,
        };
    }

    // Words that need no folding, with blanks and signs inside.
    private string Word(int least, int most)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-'()/&#@$%+= ";
        var text = new char[random.Next(least, Math.Min(most, 24) + 1)];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = letters[random.Next(i == 0 || i == text.Length - 1 ? 62 : letters.Length)];
        }
        // A street that begins like this would be a box.
        return text[0] is 'P' or 'p' ? "Q" + new string(text)[1..] : new string(text);
    }

    private string Identifier()
    {
        var nine = "1" + Digits(8);
        return nine + Npi.CheckDigit(nine);
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));

    private DateOnly Day() => new(2026, 10, 1 + random.Next(31));

    private bool Yes() => random.Next(2) == 0;

    private string Of(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Yes() ? make() : null;

    private T[] Many<T>(int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(1, random.Next(least, most + 1)).Select(make)];
}
