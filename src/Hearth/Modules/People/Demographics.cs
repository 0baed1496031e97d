using Hearth.Foundation;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Hearth.Modules.People;

/// <summary>A question a person may be asked about themselves, with the answers offered and where they come from.</summary>
public sealed record DemographicQuestion
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public bool Several { get; init; }
    public DateOnly EffectiveFrom { get; init; }
    public required string Source { get; init; }
    public bool Unsure { get; init; }
    public required IList<string> Answers { get; init; }
    public IList<DemographicExample> Examples { get; init; } = [];
}

/// <summary>What somebody said and what is kept of it.</summary>
public sealed record DemographicExample
{
    public required string Said { get; init; }
    public required IList<string> Kept { get; init; }
}

/// <summary>A language by its BCP 47 tag and its English name.</summary>
public sealed record LanguageName
{
    public required string Tag { get; init; }
    public required string Name { get; init; }
}

/// <summary>The answers offered about oneself, from <c>rules/standards/demographics.yaml</c>.</summary>
public sealed class Demographics
{
    private readonly Lazy<Pack> pack;

    public Demographics(Installation installation) =>
        pack = new(() => Read(Path.Combine(installation.Rules, "standards", "demographics.yaml")));

    public DateOnly CheckedOn => pack.Value.CheckedOn;
    public IReadOnlyList<DemographicQuestion> Questions => pack.Value.Questions;
    public DemographicQuestion Gender => Question("gender");
    public DemographicQuestion RaceEthnicity => Question("race-ethnicity");
    public IReadOnlyList<LanguageName> Languages => pack.Value.Languages.Answers;

    /// <summary>The English name of a language, or its tag where the list does not have it.</summary>
    public string LanguageName(string tag) =>
        Languages.FirstOrDefault(l => string.Equals(l.Tag, tag, StringComparison.OrdinalIgnoreCase))?.Name ?? tag;

    private DemographicQuestion Question(string id) => Questions.Single(q => q.Id == id);

    private static Pack Read(string path) =>
        new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithTypeConverter(new YamlDotNet.Serialization.Converters.DateOnlyConverter(formats: ["yyyy-MM-dd"]))
            .Build()
            .Deserialize<Pack>(File.ReadAllText(path));

    private sealed record Pack
    {
        public DateOnly CheckedOn { get; init; }
        public List<DemographicQuestion> Questions { get; init; } = [];
        public required LanguageList Languages { get; init; }
    }

    private sealed record LanguageList
    {
        public DateOnly EffectiveFrom { get; init; }
        public required string Source { get; init; }
        public bool Unsure { get; init; }
        public required List<LanguageName> Answers { get; init; }
    }
}
