using System.CommandLine;
using System.Reflection;

namespace Hearth.Foundation;

/// <summary>
/// A capability's table of contents. One public, parameterless class per folder under Modules; found by reflection,
/// so that adding a module touches no central file.
/// </summary>
public abstract class Module
{
    /// <summary>The modules whose root namespaces this one may use. Declared uses must be real; no cycles.</summary>
    public virtual IReadOnlyList<Type> Uses => [];

    public virtual void Add(IServiceCollection services) { }

    public virtual void Map(IEndpointRouteBuilder routes) { }

    /// <summary>Places in the navigation, each with the roles that may go there.</summary>
    public virtual IReadOnlyList<Place> Places => [];

    public virtual IEnumerable<Command> Commands(Cli.CommandHost host) => [];

    public static IReadOnlyList<Module> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (Module)Activator.CreateInstance(t)!),
    ];
}

/// <summary>One entry of the navigation. <paramref name="Path"/> is relative to the organization's address.</summary>
/// <param name="Wide">Stands under More on a phone, where the bar holds five.</param>
public sealed record Place(int Order, string Title, string Path, string Icon, Access.Role Roles, bool Wide = false)
{
    /// <summary>Where this member may go, in order.</summary>
    public static IEnumerable<Place> For(Access.Access access) =>
        Module.All.SelectMany(m => m.Places).Where(p => access.Has(p.Roles)).OrderBy(p => p.Order);

    /// <summary>The place a page belongs to: the one with the longest address that the page's address begins with.</summary>
    public static Place? Of(IEnumerable<Place> places, string pathInOrganization) =>
        places
            .Where(p => p.Path.Length == 0 ? pathInOrganization.Length == 0 : Begins(pathInOrganization, p.Path))
            .MaxBy(p => p.Path.Length);

    private static bool Begins(string path, string with) =>
        path.StartsWith(with, StringComparison.Ordinal) && (path.Length == with.Length || path[with.Length] == '/');
}
