using System.Text.Json;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Exports;

namespace Hearth.Modules.People.Exports;

/// <summary>Opens one sealed column of a person.</summary>
internal sealed class PersonForExport(PersonSeal seal, string property, Func<PersonSeal, Person, string?> open)
    : IOpenForExport
{
    public Type Entity => typeof(Person);
    public string Property => property;

    public ValueTask<string?> OpenAsync(object entity, ExportWish wish, CancellationToken cancel) =>
        ValueTask.FromResult(open(seal, (Person)entity));

    public static void Add(IServiceCollection services)
    {
        Add(services, nameof(Person.CodeSealed), (seal, person) => seal.Code(person));
        Add(services, nameof(Person.NameSealed), (seal, person) => seal.Name(person));
        Add(
            services,
            nameof(Person.ReachSealed),
            (seal, person) => seal.Reach(person) is { } reach ? JsonSerializer.Serialize(reach, AuditTrail.Json) : null
        );
    }

    private static void Add(IServiceCollection services, string property, Func<PersonSeal, Person, string?> open) =>
        services.AddSingleton<IOpenForExport>(p => new PersonForExport(
            p.GetRequiredService<PersonSeal>(),
            property,
            open
        ));
}
