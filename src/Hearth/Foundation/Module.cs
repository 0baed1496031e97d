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
public sealed record Place(int Order, string Title, string Path, string Icon, Access.Role Roles, bool Wide = false);
