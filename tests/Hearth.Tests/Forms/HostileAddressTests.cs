using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Forms;

/// <summary>Every address there is, with what nobody means in it, is answered: found or not, never broken.</summary>
public sealed class HostileAddressTests(FilledHearth filled) : IClassFixture<FilledHearth>
{
    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [
            .. filled
                .Hearth.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false)
                .Where(e => e.DisplayName is not ("Fallback {**path:file}" or "Blazor Opaque Redirection"))
                .Where(e => e.RoutePattern.RawText?.Contains('.') is not true || e.RoutePattern.Parameters.Count > 0),
        ];

    [Fact]
    public async Task No_part_of_an_address_and_nothing_in_its_query_breaks_a_page()
    {
        using var lead = await filled.SignInAsync();
        var broken = new List<string>();
        var asked = 0;
        foreach (var address in Addresses().Distinct(StringComparer.Ordinal))
        {
            using var answer = await lead.GetAsync(address);
            asked++;
            if ((int)answer.StatusCode >= 500)
            {
                broken.Add($"{(int)answer.StatusCode} {address[..Math.Min(address.Length, 160)]}");
            }
        }
        Assert.True(asked > 500, $"Only {asked} addresses were asked.");
        Assert.True(broken.Count == 0, $"{broken.Count} of {asked}:\n{string.Join('\n', broken.Take(40))}");
    }

    private IEnumerable<string> Addresses()
    {
        var words = Endpoints.SelectMany(QueryOf).Distinct(StringComparer.Ordinal).ToList();
        foreach (var endpoint in Endpoints)
        {
            var whole = Path(endpoint, null, "");
            // A page's own words; an endpoint that is no page does not say which it reads, so it gets all.
            var own = QueryOf(endpoint).ToList();
            foreach (var hostile in TypedWords.Hostile)
            {
                foreach (var parameter in endpoint.RoutePattern.Parameters)
                {
                    yield return Path(endpoint, parameter.Name, hostile);
                }
                // A few do for these.
                foreach (
                    var word in own.Count > 0 ? own
                    : hostile.Length < 3 ? words
                    : []
                )
                {
                    yield return $"{whole}?{word}={Uri.EscapeDataString(hostile)}";
                }
            }
        }
    }

    private static IEnumerable<string> QueryOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
            ? page
                .Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(p => p.Query is not null)
                .Select(p => p.Query!.Name ?? p.Name)
            : [];

    private string Path(RouteEndpoint endpoint, string? hostile, string value) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(s =>
                string.Concat(s.Parts.Select(p => Part(endpoint, p, hostile, value)))
            )
        );

    private string Part(RouteEndpoint endpoint, RoutePatternPart part, string? hostile, string value) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: var name } when name == hostile => Uri.EscapeDataString(value),
            RoutePatternParameterPart { Name: var name }
                when name.Equals("organization", StringComparison.OrdinalIgnoreCase) => filled.Hearth.Organization.Slug,
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }, ..] } => "404",
            RoutePatternParameterPart { ParameterPolicies: [{ Content: not "guid" }, ..] } => "json",
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => filled
                .IdFor(endpoint.RoutePattern.RawText!)
                .ToString(),
            _ => "drop-in-center",
        };
}
