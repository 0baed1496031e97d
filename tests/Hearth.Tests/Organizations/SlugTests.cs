using Hearth.Modules.Organizations;

namespace Hearth.Tests.Organizations;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Juniper House", "juniper-house")]
    [InlineData("  Renée’s  Place — Café & Ömür!  ", "renees-place-cafe-omur")]
    [InlineData("Łódź / Straße", "lodz-strasse")]
    [InlineData("24/7 Warm Line", "24-7-warm-line")]
    [InlineData("ＦＵＬＬ width", "full-width")]
    [InlineData("بيت السلام", "program")]
    [InlineData("希望之家", "program")]
    [InlineData("🏠", "program")]
    [InlineData("", "program")]
    public void A_name_in_any_script_gives_an_address(string name, string slug) =>
        Assert.Equal(slug, Slug.From(name, "program"));

    [Fact]
    public void A_broken_or_endless_name_gives_an_address_that_the_database_takes()
    {
        foreach (var name in new[] { new string('x', 500), "\ud83c lone", "a" + new string('-', 200) + "b", "a\0b" })
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Slug.From(name, "program"));
            Assert.InRange(Slug.From(name, "program").Length, 1, Slug.MostLetters);
        }
    }

    [Fact]
    public void A_second_program_of_the_same_name_gets_a_number()
    {
        Assert.Equal("walk-in-3", Slug.Unique("walk-in", ["walk-in", "walk-in-2"]));
        var endless = new string('x', 80);
        Assert.Equal(80, Slug.Unique(endless, [endless]).Length);
    }
}
