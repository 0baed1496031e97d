namespace Hearth.X12.Tests;

/// <summary>Things with members filled at random, mostly as they should be, now and then not.</summary>
internal sealed class MadeUp(int seed)
{
    private static readonly string[] Odd = ["", " ", "A*B", "x~y", "é", "Ω", "\n", "A ", "0", "~", new('X', 200)];
    private readonly Random random = new(seed);

    public Acknowledgement Acknowledgement()
    {
        var transactions = Many(3, Transaction);
        var made = X12.Acknowledgement.For(
            Of("HC", "HS", "HP"),
            Of("1", "17", "000000123", "999999999"),
            Of("005010X222A1", "005010X279A1"),
            transactions,
            Chance(3) ? random.Next(0, 5) : null,
            Chance(5) ? [Of("1", "4", "5", "26")] : null
        );
        return Chance(20) ? made with { Verdict = Of("A", "R", "Q", ""), Version = Text(12) } : made;
    }

    public EligibilityInquiry EligibilityInquiry()
    {
        var hasDependent = Chance(3);
        return new()
        {
            Reference = Maybe(() => Text(50)),
            Created = new(2026, random.Next(1, 13), random.Next(1, 29), random.Next(24), random.Next(60), 0),
            Purpose = Of("13", "13", "01"),
            IsSpendDown = Chance(9),
            Source = Party(Of("PR", "2B", "36", "GP", "P5"), Of("PI", "XV", "46", "NI", "FI")),
            Receiver = Party(Of("1P", "FA", "80"), Of("XX", "SV", "FI", "34"), withDetails: true),
            ReceiverRole = Maybe(() => new ProviderRole(Of("PE", "BI", "SB", "ZZ"), "PXC", "175T00000X")),
            Subscriber = Person("MI", ["6P", "SY", "18", "EJ"], isDependent: false),
            Dependent = hasDependent ? Person(null, ["6P", "SY", "MRC", "IF"], isDependent: true) : null,
            Traces = Many(2, () => new TraceNumber(Text(50), Of("1123456789", "9ABCDEFGHI"), Maybe(() => Text(50)))),
            Questions = Many(4, () => Question(hasDependent)),
        };
    }

    public ClaimStatusInquiry ClaimStatusInquiry() =>
        new()
        {
            Reference = Text(50),
            Created = new(2026, 11, 26, random.Next(24), random.Next(60), 0),
            Payer = Party("PR", Of("PI", "XV")) with { IsPerson = false, FirstName = null, Suffix = null },
            Receiver = Party("41", "46") with { Suffix = null },
            Provider = Party("1P", Of("XX", "FI", "SV")),
            ProviderByOtherId = Maybe(() => Party("1P", "FI")),
            Subscriber = Insured("MI"),
            Dependent = Chance(3) ? Insured(null) : null,
            Trace = Text(50),
            PayerControlNumber = Maybe(() => Text(50)),
            BillType = Maybe(() => "111"),
            Location = Maybe(() => Text(50)),
            GroupNumber = Maybe(() => Text(50)),
            ClaimId = Maybe(() => Text(50)),
            PrescriptionNumber = Maybe(() => Text(50)),
            ClearinghouseNumber = Maybe(() => Text(50)),
            ChargeCents = Chance(2) ? random.Next(0, 1_000_000) : null,
            From = new(2026, 10, random.Next(1, 15)),
            Through = Chance(2) ? new(2026, 10, random.Next(10, 31)) : null,
            Lines = Many(3, Line),
        };

    private TransactionAcknowledgement Transaction()
    {
        var errors = Many(3, SegmentError);
        return new()
        {
            Transaction = Of("837", "270"),
            ControlNumber = Of("0001", "1234", "000000001"),
            Guide = Maybe(() => "005010X222A1"),
            Verdict = errors.Count == 0 ? "A" : Of("R", "E", "M"),
            ErrorCodes = errors.Count == 0 ? [] : [Of("5", "I5", "I6")],
            SegmentErrors = errors,
        };
    }

    private SegmentError SegmentError()
    {
        var elements = Many(3, ElementError);
        return new()
        {
            Segment = Of("CLM", "NM1", "HL"),
            Position = random.Next(1, 100_000),
            Loop = Maybe(() => Of("2300", "2010AA")),
            Code = elements.Count > 0 ? "8" : Of("3", "I6", "I9"),
            Contexts = Many(3, Context),
            ElementErrors = elements,
        };
    }

    private ElementError ElementError() =>
        new()
        {
            Position = random.Next(1, 20),
            Component = Chance(2) ? random.Next(1, 9) : null,
            Repetition = Chance(4) ? random.Next(1, 99) : null,
            DataElement = Chance(2) ? random.Next(1, 2000) : null,
            Code = Of("1", "7", "I10", "12"),
            BadValue = Maybe(() => Chance(2) ? Odd[random.Next(Odd.Length)] : Text(150)),
            Contexts = Many(2, () => ErrorContext.Trigger("SBR", random.Next(1, 9), "2000B", random.Next(1, 9))),
        };

    private ErrorContext Context() =>
        Chance(2)
            ? ErrorContext.BusinessUnit(Of("CLM01", "TRN02", "PATIENT NAME NM109"), Text(50))
            : ErrorContext.Trigger("CLM", random.Next(1, 99), Maybe(() => "2010BB"), Chance(2) ? 5 : null);

    private EligibilityPerson Person(string? qualifier, string[] references, bool isDependent) =>
        new()
        {
            Name = Maybe(() =>
                PartyName.Person(Text(60), Maybe(() => Text(35)), Maybe(() => Text(25)), Maybe(() => "JR"))
            ),
            MemberId = qualifier is null ? null : Maybe(() => Text(80)),
            References = Many(2, () => new Reference(Of(references), Text(50))),
            Address = Maybe(Address),
            Provider = Maybe(() => new ProviderRole("PC", Of("PXC", "9K"), Text(50))),
            Born = Chance(2) ? new(1980, random.Next(1, 13), 5) : null,
            Gender = Maybe(() => Of("F", "M", "U")),
            Relationship = isDependent ? Of("01", "19", "34") : null,
            BirthOrder = Chance(4) ? random.Next(1, 9) : null,
            Diagnoses = Chance(3) ? [new("ABK", "F1020"), new("ABF", "F411")] : [],
            Dates = Many(
                2,
                () => new QualifiedPeriod(Of("291", "102"), new(2026, 1, 5), new(2026, 1, random.Next(5, 9)))
            ),
        };

    private EligibilityQuestion Question(bool isOfDependent) =>
        new()
        {
            ServiceTypes = Many(3, () => Of("30", "MH", "98", "A4")),
            Procedure = Maybe(Procedure),
            CoverageLevel = isOfDependent ? null : Maybe(() => "FAM"),
            DiagnosisPointers = Many(4, () => random.Next(1, 9)),
            SpendDownCents = isOfDependent || Chance(2) ? null : random.Next(1_000_000),
            SpendDownBilledCents = isOfDependent || Chance(2) ? null : random.Next(1_000_000),
            PlaceOfService = Maybe(() => Of("11", "02")),
            Authorization = Maybe(() => new Reference(Of("G1", "9F"), Text(50))),
            Date = Chance(2) ? new("291", new DateOnly(2026, 11, 26)) : null,
        };

    private StatusPerson Insured(string? qualifier) =>
        new()
        {
            Name = PartyName.Person(Text(60), Maybe(() => Text(35)), Maybe(() => Text(25)), Maybe(() => "JR")),
            MemberId = qualifier is null ? null : Text(80),
            Born = Chance(10) ? null : new(1980, 2, random.Next(1, 29)),
            Gender = Of("F", "M"),
        };

    private StatusInquiryLine Line() =>
        new()
        {
            Procedure = Procedure(),
            ChargeCents = random.Next(1_000_000),
            RevenueCode = Maybe(() => "0900"),
            Units = Chance(2) ? random.Next(1, 100) / 4m : null,
            ControlNumber = Maybe(() => Text(50)),
            From = new(2026, 10, random.Next(1, 31)),
        };

    private Procedure Procedure() =>
        new()
        {
            Qualifier = Of("HC", "AD"),
            Code = Of("H0038", "T1012"),
            Modifiers = Many(5, () => Of("HQ", "U5", "95")),
        };

    private Party Party(string role, string qualifier, bool withDetails = false)
    {
        var isPerson = Chance(3);
        return new()
        {
            Role = role,
            IsPerson = isPerson,
            Name = Text(60),
            FirstName = isPerson ? Maybe(() => Text(35)) : null,
            Suffix = isPerson ? Maybe(() => "JR") : null,
            IdQualifier = qualifier,
            Id = qualifier == "XX" ? "1234567893" : Text(80),
            Address = withDetails ? Maybe(Address) : null,
            SecondaryIds = withDetails ? Many(2, () => new SecondaryId(Of("TJ", "EO", "0B"), Text(50))) : [],
        };
    }

    private Address Address() =>
        new()
        {
            Line1 = Text(55),
            Line2 = Maybe(() => Text(55)),
            City = "SALEM",
            State = "OR",
            Zip = Of("97301", "973011234"),
        };

    // Any text that may stand in an element, up to the length, now and then something else.
    private string Text(int longest)
    {
        const string letters = "ABCDEFGHIJ klmnop 0123456789-'.,/()&#@";
        if (Chance(150))
        {
            return Odd[random.Next(Odd.Length)];
        }
        var length = Chance(10) ? longest : random.Next(2, Math.Min(longest, 12) + 1);
        var text = new string([.. Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)])]);
        return 'A' + text[1..^1] + 'Z';
    }

    private string Of(params string[] texts) => texts[random.Next(texts.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance(2) ? make() : null;

    private List<T> Many<T>(int most, Func<T> make) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
