using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hearth.Tests.Architecture;

public sealed class RecordClassTests
{
    internal static IModel Model { get; } = ReadModel();

    [Fact]
    public void Every_mapped_column_names_its_record_class()
    {
        var properties = Model.GetEntityTypes().SelectMany(e => e.GetProperties()).ToList();

        Assert.True(properties.Count > 50);
        Assert.Empty(
            from property in properties
            where Records.ClassOf(property.PropertyInfo) is null
            select $"{property.DeclaringType.DisplayName()}.{property.Name}"
        );
    }

    [Fact]
    public void Every_entity_of_an_organization_is_filtered_by_it() =>
        Assert.Empty(
            from entity in Model.GetEntityTypes()
            where entity.FindProperty("OrganizationId") is not null
            where !typeof(IOwned).IsAssignableFrom(entity.ClrType) || entity.GetDeclaredQueryFilters().Count == 0
            select entity.DisplayName()
        );

    private static readonly string[] ClinicalWords =
    [
        "diagnos",
        "medicat",
        "medicin",
        "prescri",
        "risk",
        "icd",
        "dsm",
        "symptom",
        "severity",
        "treatment",
        "patient",
        "client",
        "score",
        "suicid",
        "assess",
        "complian",
        "discharge",
        "intake",
    ];

    [Fact]
    public void No_counted_or_personal_column_has_a_place_for_a_diagnosis_a_medication_or_a_risk_score() =>
        Assert.Empty(
            Clinical(
                Model
                    .GetEntityTypes()
                    .SelectMany(e => e.GetProperties())
                    .Select(p => (p.Name, Records.ClassOf(p.PropertyInfo)))
            )
        );

    [Theory]
    [InlineData("DiagnosisCode")]
    [InlineData("RiskLevel")]
    [InlineData("Medications")]
    public void A_planted_clinical_column_is_caught(string name) =>
        Assert.Single(Clinical([(name, RecordClass.Personal)]));

    private static IEnumerable<string> Clinical(IEnumerable<(string Name, RecordClass? Class)> columns) =>
        from column in columns
        where column.Class is RecordClass.Counted or RecordClass.Personal
        where ClinicalWords.Any(w => column.Name.Contains(w, StringComparison.OrdinalIgnoreCase))
        select column.Name;

    private static IModel ReadModel()
    {
        var options = new DbContextOptionsBuilder<Db>().UseNpgsql("Host=nowhere").Options;
        using var db = new Db(options, new Access(), TimeProvider.System);
        return db.Model;
    }
}
