using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Imports.Commands;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports;

public sealed class ImportsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule), typeof(PeopleModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services)
    {
        services.AddScoped<ContactImport>();
    }

    public override IEnumerable<Command> Commands(CommandHost host) => [ImportContactsCommand.Create(host)];
}
