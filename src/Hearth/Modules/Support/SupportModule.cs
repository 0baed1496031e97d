using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Exports;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support.Exports;
using Hearth.Modules.Support.Pages;
using Hearth.Modules.Support.Queries;

namespace Hearth.Modules.Support;

public sealed class SupportModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule), typeof(PeopleModule)];

    public override IReadOnlyList<Place> Places =>
        [
            new(10, "Today", "", "today", Role.Anyone),
            new(20, "Record", "/support/record", "record", Role.Recorders),
            new(40, "Moments", "/support", "calendar", Role.Recorders),
        ];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<ContactWriter>();
        services.AddScoped<ContactLog>();
        services.AddScoped<ContactQuery>();
        services.AddScoped<ContactReading>();
        services.AddScoped<TodayQuery>();
        services.AddScoped<PersonLookup>();
        services.AddScoped<IHeldAboutPerson, HeldContacts>();
        services.AddScoped<IKnowSupporters, SupportersInContacts>();
        services.AddScoped<NoteReader>();
        services.AddScoped<IOpenForExport, NoteForExport>();
        services.AddScoped<IOpenForExport, VersionForExport>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        QuickRecord.Map(routes);
        MomentsDownload.Map(routes);
    }
}
