namespace Hearth.X12.Samples;

/// <summary>Names, places and codes of which made-up people, agencies and claims are put together.</summary>
internal static class SampleWords
{
    public static readonly string[] Last =
    [
        "Abara",
        "Ahlgren",
        "Alcott",
        "Baptiste",
        "Begay",
        "Bergström",
        "Castillo",
        "Chavis",
        "Dalca",
        "Delacroix",
        "Doe",
        "Eldridge",
        "Espinoza",
        "Fairweather",
        "Farooqi",
        "Gagnon",
        "García-Luna",
        "Haugen",
        "Ibarra",
        "Jankowski",
        "Kealoha",
        "Lindqvist",
        "Lovelace",
        "Mbeki",
        "Montoya",
        "Nakai",
        "Nguyễn",
        "O'Rourke",
        "Okafor",
        "Oyelaran",
        "Peltier",
        "Quiñones",
        "Ramsey",
        "Sayegh",
        "Sorensen",
        "St. Cloud",
        "Tafoya",
        "Thibodeau",
        "Tsosie",
        "Vega",
        "Whitehorse",
        "Xiong",
        "Yazzie",
        "Zamora",
    ];

    public static readonly string[] First =
    [
        "Alex",
        "Amara",
        "Bao",
        "Billie",
        "Casey",
        "Chloé",
        "Dakota",
        "Devon",
        "Eli",
        "Emerson",
        "Fatima",
        "Finley",
        "Grace",
        "Hana",
        "Imani",
        "Jamie",
        "José",
        "Kai",
        "Lena",
        "Luz",
        "Marisol",
        "Micah",
        "Noor",
        "Olive",
        "Priya",
        "Quinn",
        "Rafael",
        "Renée",
        "Robin",
        "Sage",
        "Samir",
        "Tomás",
        "Uma",
        "Val",
        "Wren",
        "Xochitl",
        "Yusuf",
        "Zoë",
    ];

    public static readonly string[] Streets =
    [
        "Sample Street",
        "Example Avenue",
        "Specimen Road",
        "Trial Lane",
        "Pattern Court",
        "Model Drive",
        "Mockup Way",
    ];

    // Plain words for cities: nothing here is anybody's address.
    public static readonly string[] Cities =
    [
        "Sampleton",
        "Exampleville",
        "Port Specimen",
        "Trial Falls",
        "Model City",
    ];

    public static readonly string[] States = ["ME", "GA", "NM", "WA", "WI", "AZ"];

    public static readonly string[] Agencies =
    [
        "Open Porch Peer Center",
        "Two Rivers Recovery",
        "Lantern Peer Network",
        "Common Ground Collective",
        "Morning Star Support",
        "Harbor Light Peers",
        "Second Spring Center",
        "Crossroads Recovery Community",
    ];

    public static readonly string[] Diagnoses =
    [
        "F1020",
        "F1120",
        "F1520",
        "F209",
        "F259",
        "F319",
        "F329",
        "F331",
        "F3289",
        "F411",
        "F4310",
        "F419",
        "F603",
    ];

    public static readonly string[] Notes =
    [
        "Sample - visit began at the library",
        "Sample - joined the group late",
        "Sample - reached on the second call",
        "Sample - plan reviewed together",
        "Sample - interpreter present",
    ];
}
