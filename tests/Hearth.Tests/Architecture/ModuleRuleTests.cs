using Hearth.Foundation;

namespace Hearth.Tests.Architecture;

public sealed class ModuleRuleTests
{
    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Uses { get; } =
        Module
            .All.Where(m => Name(m.GetType()) is not null)
            .ToDictionary(m => Name(m.GetType())!, m => (IReadOnlyList<string>)[.. m.Uses.Select(u => Name(u)!)]);

    [Fact]
    public void Modules_use_only_the_faces_of_the_modules_they_name()
    {
        var files = SourceTree.Files().ToList();

        Assert.True(files.Count > 50, "The scan found hardly any source.");
        Assert.Contains("Support", Uses.Keys);
        Assert.Empty(ModuleRule.Violations(files, Uses));
    }

    [Fact]
    public void Every_folder_under_Modules_has_its_table_of_contents()
    {
        var folders = Directory
            .GetDirectories(Path.Combine(SourceTree.Application, "Modules"))
            .Select(Path.GetFileName);

        Assert.Equal(folders.Order(StringComparer.Ordinal), Uses.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Foundation/Ids.cs", "using Hearth.Modules.Support;", "Foundation uses Support")]
    [InlineData("Modules/Organizations/Site.cs", "using Hearth.Modules.Support;", "without saying so")]
    [InlineData("Modules/Support/X.cs", "using Hearth.Modules.People.Pages;", "only People's root")]
    [InlineData("Modules/Support/Pages/X.razor", "@using Hearth.Modules.People.Pages", "only People's root")]
    [InlineData("Modules/People/X.cs", "global::Hearth.Modules.Support.SupportContact c;", "without saying so")]
    public void A_planted_violation_is_caught(string path, string code, string expected) =>
        Assert.Contains(
            ModuleRule.Violations([(path, SourceTree.Strip(code))], Uses),
            v => v.Contains(expected, StringComparison.Ordinal)
        );

    [Fact]
    public void A_declared_use_that_is_not_real_is_caught() =>
        Assert.Contains("SupportModule.Uses names People, which nothing in it uses.", ModuleRule.Violations([], Uses));

    [Fact]
    public void A_cycle_is_caught()
    {
        var cycle = new Dictionary<string, IReadOnlyList<string>>
        {
            ["A"] = ["B"],
            ["B"] = ["C"],
            ["C"] = ["A"],
        };

        Assert.Contains("A uses itself by way of others.", ModuleRule.Violations([], cycle));
    }

    [Fact]
    public void Words_in_strings_and_comments_are_no_violations()
    {
        var code = SourceTree.Strip(
            "// Hearth.Modules.Support\nvar s = \"Hearth.Modules.Support\"; @* Modules.Support *@"
        );

        Assert.DoesNotContain("Modules.Support", code);
    }

    private static string? Name(Type module) =>
        module.Namespace is { } space && space.StartsWith("Hearth.Modules.", StringComparison.Ordinal)
            ? space.Split('.')[2]
            : null;
}
