using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Tenancy;

/// <summary>Every endpoint there is, found by itself, asked by somebody it is not for.</summary>
public sealed class EndpointWalkTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private const string Secret = "Zephyrine-Quillfeather";

    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. hearth.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private IEnumerable<RouteEndpoint> OfOrganizations =>
        Endpoints.Where(e =>
            e.RoutePattern.Parameters.Any(p => p.Name.Equals("organization", StringComparison.OrdinalIgnoreCase))
        );

    [Fact]
    public void Every_endpoint_says_who_it_is_open_to()
    {
        // The framework's own two, which stay closed.
        var silent = Endpoints.Where(e =>
            e.DisplayName is not ("Fallback {**path:file}" or "Blazor Opaque Redirection")
            && e.Metadata.GetMetadata<AllowAttribute>() is null
            && e.Metadata.GetMetadata<AllowSignedInAttribute>() is null
            && e.Metadata.GetMetadata<IAllowAnonymous>() is null
        );

        Assert.True(Endpoints.Count > 15);
        Assert.Empty(silent.Select(e => e.DisplayName));
    }

    [Fact]
    public void No_endpoint_of_an_organization_is_open_to_everybody() =>
        Assert.Empty(
            OfOrganizations.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.DisplayName)
        );

    [Fact]
    public async Task A_director_of_another_organization_finds_nothing_at_any_endpoint()
    {
        var ids = await FillAsync();
        var other = await hearth.MakeOrganizationAsync(
            "elsewhere-" + Guid.CreateVersion7().ToString("n")[^6..],
            "Elsewhere"
        );
        var stranger = await hearth.SignInAsAsync(Role.Director, other);
        var asked = 0;
        foreach (var (method, path) in Addresses(hearth.Organization.Slug, ids))
        {
            using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.True(
                answer.StatusCode == HttpStatusCode.NotFound,
                $"{method} {path} answered {(int)answer.StatusCode}."
            );
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            asked++;
        }
        Assert.True(asked > 15);
    }

    [Fact]
    public async Task Under_their_own_address_a_stranger_finds_nothing_of_ours_by_its_id()
    {
        var ids = await FillAsync();
        var other = await hearth.MakeOrganizationAsync("beyond-" + Guid.CreateVersion7().ToString("n")[^6..], "Beyond");
        var stranger = await hearth.SignInAsAsync(Role.Director | Role.Coordinator | Role.PeerSupporter, other);
        foreach (var (method, path) in Addresses(other.Slug, ids).Where(a => a.Method == "GET"))
        {
            using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.True((int)answer.StatusCode < 500, $"{path} answered {(int)answer.StatusCode}.");
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_gets_nothing_of_an_organization()
    {
        var ids = await FillAsync();
        using var nobody = hearth.Visit();
        foreach (var (method, path) in Addresses(hearth.Organization.Slug, ids))
        {
            using var answer = await nobody.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.True(
                answer.StatusCode
                    is HttpStatusCode.Redirect
                        or HttpStatusCode.Unauthorized
                        or HttpStatusCode.Forbidden
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.BadRequest,
                $"{method} {path} answered {(int)answer.StatusCode}."
            );
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.Partner)]
    [InlineData(Role.FunderViewer)]
    [InlineData(Role.BoardViewer)]
    public async Task Those_who_only_look_from_outside_never_read_a_persons_name(Role role)
    {
        var ids = await FillAsync();
        var member = await hearth.SignInAsAsync(role);
        foreach (var (method, path) in Addresses(hearth.Organization.Slug, ids).Where(a => a.Method == "GET"))
        {
            using var answer = await member.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private IEnumerable<(string Method, string Path)> Addresses(string slug, IReadOnlyList<Guid> ids) =>
        from endpoint in OfOrganizations
        from id in ids
        let path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => Segment(s, slug, id)))
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (method, path);

    private static string Segment(RoutePatternPathSegment segment, string slug, Guid id) =>
        string.Concat(
            segment.Parts.Select(part =>
                part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart { Name: var name }
                        when name.Equals("organization", StringComparison.OrdinalIgnoreCase) => slug,
                    RoutePatternParameterPart { ParameterPolicies: [{ Content: not "guid" }, ..] } => "json",
                    _ => id.ToString(),
                }
            )
        );

    /// <summary>A person, a program and a personal moment of ours; their ids.</summary>
    private async Task<IReadOnlyList<Guid>> FillAsync()
    {
        await using var scope = hearth.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access>().Enter(hearth.Organization, Role.Director);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var seal = scope.ServiceProvider.GetRequiredService<PersonSeal>();
        var now = hearth.Clock.GetUtcNow();
        var person = seal.Create(Ids.New(now), hearth.Organization.Id, now, null);
        seal.SetName(person, Secret);
        db.Add(person);
        var program = new SupportProgram
        {
            Id = Ids.New(now),
            OrganizationId = hearth.Organization.Id,
            Slug = "walk-" + Guid.CreateVersion7().ToString("n")[^8..],
            Name = "Walk " + Secret,
            Model = ProgramModel.RecoveryCenter,
            LegalRegime = LegalRegime.InternalPromise,
        };
        db.Add(program);
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<ProgramList>().Forget(hearth.Organization.Id);
        var contact = new NewContact
        {
            Id = Ids.New(now),
            ProgramId = program.Id,
            Start = hearth.Organization.Local(now).AddMinutes(-30),
            Level = RecordLevel.Personal,
            PersonIds = [person.Id],
            Note = Secret,
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<ContactLog>().RecordAsync(contact)).Succeeded);
        return [contact.Id, person.Id, program.Id];
    }
}
