namespace Hearth.Demo;

/// <summary>Words that made-up people and their codes are put together from.</summary>
internal static class DemoPersonWords
{
    public static readonly string[] Codes =
    [
        "heron",
        "maple",
        "Juniper",
        "skylark",
        "BLUE",
        "otter",
        "mesa",
        "tuesday",
        "coffee",
        "Lucky",
        "moth",
        "quilt",
        "Ember",
        "river",
        "mariposa",
        "Ñandú",
        "山茶",
        "nube",
        "tin-roof",
        "wren",
        "🦋",
        "Pebble",
        "kestrel",
        "dusk",
        "fern",
        "نجمة",
        "코스모스",
        "sparrow",
        "Marble",
        "thistle",
        "lantern",
        "gecko",
        "polaris",
        "ziggy",
        "granite",
        "clover",
        "biscuit",
        "osprey",
    ];

    public static readonly string[] First =
    [
        "Amara",
        "Bernadette",
        "Cyrus",
        "Desirée",
        "Ellis",
        "Fatima",
        "Gideon",
        "Hyun-woo",
        "Imani",
        "Jerzy",
        "Keoni",
        "Luz",
        "Marisol",
        "Nadia",
        "Orville",
        "Phuong",
        "Quentin",
        "Rosario",
        "Søren",
        "Tamika",
        "Ulises",
        "Vera",
        "Winona",
        "Xavier",
        "Yolanda",
        "Zainab",
        "Björn",
        "Chloë",
        "Dwayne",
        "Effie",
        "José María",
        "Mary Alice",
        "O’Shea",
        "中華",
        "أمينة",
        "Дарья",
    ];

    public static readonly string[] Last =
    [
        "Applewhite",
        "Barrientos",
        "Crowfoot",
        "D’Angelo",
        "Ekström",
        "Fontaine",
        "Goldwater",
        "Huỳnh",
        "Iverson",
        "Jaramillo",
        "Kowalczyk",
        "Loftus",
        "Mbeki",
        "Nakamura",
        "O'Rourke",
        "Petrov",
        "Quispe",
        "Rasmussen",
        "Saldívar",
        "Tsosie",
        "Underhill",
        "Villanueva",
        "Whitfield",
        "Xiong",
        "Youngblood",
        "Zhang",
        "van der Berg",
        "St. Clair",
        "Ng",
        "Smith-Jones",
        "王",
        "العلي",
    ];

    public static readonly string[] Notes =
    [
        "Wants to try the garden group next week.",
        "Asked to be called by first name only.",
        "Proud of the new job; we celebrated.",
        "Prefers a call before a visit.",
        "We wrote a letter to the landlord together.",
        "Would like company on the bus the first time.",
        "Today was heavy. A walk and quiet helped.",
        "Quiere volver con su hermana.",
        "Bringing chili to the next circle.",
    ];

    public static readonly string[] Wishes =
    [
        "Text first",
        "After 10 in the morning",
        "No messages with my cousin",
        "Say it is Dana’s friend",
        "",
    ];

    public static readonly (string Answer, double Share)[] Genders =
    [
        ("Woman", 0.46),
        ("Man", 0.42),
        ("Nonbinary", 0.05),
        ("Another gender", 0.02),
        ("Asked and did not say", 0.05),
    ];

    public static readonly (string Answer, double Share)[] Races =
    [
        ("White", 0.46),
        ("Black or African American", 0.2),
        ("Hispanic or Latino", 0.17),
        ("American Indian or Alaska Native", 0.06),
        ("Asian", 0.05),
        ("Middle Eastern or North African", 0.02),
        ("Native Hawaiian or Pacific Islander", 0.01),
        ("Asked and did not say", 0.03),
    ];

    public static readonly (string Tag, double Share)[] Languages =
    [
        ("en", 0.83),
        ("es", 0.1),
        ("zh-Hant", 0.02),
        ("ar", 0.02),
        ("vi", 0.01),
        ("ko", 0.01),
        ("ase", 0.01),
    ];

    /// <summary>The question to which somebody says yes or no, in their language where the words are there.</summary>
    public static (string Words, string Language) Question(bool billable, string? language) =>
        (billable, language) switch
        {
            (false, "es") => (
                "¿Podemos anotar esto con el nombre o la clave que usted elija? Puede verlo, cambiarlo o borrarlo cuando quiera.",
                "es"
            ),
            (true, "es") => (
                "¿Podemos guardar también lo que pide quien paga? Esa parte se guarda el tiempo que manda la ley. Decir que no no cambia nada.",
                "es"
            ),
            (false, _) => (
                "May we write this down under the name or code you choose? You can see it, change it, or have it deleted whenever you like.",
                "en"
            ),
            (true, _) => (
                "May we also keep what a payer asks for? That part is kept as long as the law says. Saying no changes nothing else.",
                "en"
            ),
        };
}
