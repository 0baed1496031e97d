using Hearth.Modules.Organizations;

namespace Hearth.Modules.Support.Rules;

/// <summary>One tap that counts one moment: its word, and what the contact then says.</summary>
/// <param name="Key">Stays the same when the word changes.</param>
/// <param name="One">How the notice names one of them.</param>
internal sealed record QuickButton(
    string Key,
    string Word,
    string One,
    string Icon,
    ContactHow How,
    ContactPlace Place,
    SupportKinds Kinds
);

/// <summary>The six moments each model has most often.</summary>
internal static class QuickButtons
{
    private static readonly QuickButton Visit = new(
        "visit",
        "Visit",
        "visit",
        "visit",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.APlaceToBe
    );
    private static readonly QuickButton Conversation = new(
        "conversation",
        "Conversation",
        "conversation",
        "talk",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Listening
    );
    private static readonly QuickButton Call = new(
        "call",
        "Phone call",
        "phone call",
        "call",
        ContactHow.Phone,
        ContactPlace.NotRecorded,
        SupportKinds.Listening
    );
    private static readonly QuickButton Text = new(
        "text",
        "Text",
        "text conversation",
        "talk",
        ContactHow.Text,
        ContactPlace.NotRecorded,
        SupportKinds.Listening
    );
    private static readonly QuickButton Chat = new(
        "chat",
        "Chat",
        "chat",
        "talk",
        ContactHow.Chat,
        ContactPlace.NotRecorded,
        SupportKinds.Listening
    );
    private static readonly QuickButton Video = new(
        "video",
        "Video call",
        "video call",
        "call",
        ContactHow.Video,
        ContactPlace.NotRecorded,
        SupportKinds.Listening
    );
    private static readonly QuickButton Supplies = new(
        "supplies",
        "Supplies given",
        "giving of supplies",
        "supplies",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Supplies
    );
    private static readonly QuickButton Meal = new(
        "meal",
        "Meal or coffee",
        "meal",
        "supplies",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Meal
    );
    private static readonly QuickButton Group = new(
        "group",
        "Group headcount",
        "group",
        "group",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Group
    );
    private static readonly QuickButton OnlineGroup = new(
        "online-group",
        "Online group",
        "online group",
        "group",
        ContactHow.Video,
        ContactPlace.NotRecorded,
        SupportKinds.Group
    );
    private static readonly QuickButton Activity = new(
        "activity",
        "Activity",
        "activity",
        "calendar",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Activity
    );
    private static readonly QuickButton Ride = new(
        "ride",
        "Ride or errand",
        "ride",
        "ride",
        ContactHow.InPerson,
        ContactPlace.Community,
        SupportKinds.Ride
    );
    private static readonly QuickButton Resources = new(
        "resources",
        "Found a resource",
        "search for a resource",
        "record",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.FindingResources
    );
    private static readonly QuickButton Skills = new(
        "skills",
        "Class or practice",
        "class",
        "edit",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.Skills
    );
    private static readonly QuickButton Planning = new(
        "planning",
        "Plan together",
        "planning conversation",
        "edit",
        ContactHow.InPerson,
        ContactPlace.Community,
        SupportKinds.Planning
    );
    private static readonly QuickButton HomeVisit = new(
        "home-visit",
        "Home visit",
        "home visit",
        "house",
        ContactHow.InPerson,
        ContactPlace.TheirHome,
        SupportKinds.Listening
    );
    private static readonly QuickButton HospitalVisit = new(
        "hospital-visit",
        "Hospital visit",
        "hospital visit",
        "visit",
        ContactHow.InPerson,
        ContactPlace.Hospital,
        SupportKinds.SharingExperience
    );
    private static readonly QuickButton Advocacy = new(
        "advocacy",
        "Spoke up together",
        "moment of advocacy",
        "people",
        ContactHow.InPerson,
        ContactPlace.Community,
        SupportKinds.Advocacy
    );
    private static readonly QuickButton Crisis = new(
        "crisis",
        "Hard night",
        "time of crisis support",
        "talk",
        ContactHow.InPerson,
        ContactPlace.OurPlace,
        SupportKinds.CrisisSupport | SupportKinds.Listening
    );

    public static IReadOnlyList<QuickButton> For(ProgramModel model) =>
        model switch
        {
            ProgramModel.PeerRespite => [Conversation, Crisis, Call, Meal, Activity, Ride],
            ProgramModel.RecoveryCenter => [Visit, Conversation, Call, Supplies, Group, Ride],
            ProgramModel.WarmLine => [Call, Text, Chat, Resources, Video, Supplies],
            ProgramModel.MutualSupportGroups => [Group, OnlineGroup, Conversation, Call, Activity, Meal],
            ProgramModel.HealthTraining => [Skills, Group, OnlineGroup, Conversation, Call, Supplies],
            ProgramModel.RecoveryCoaching => [Conversation, Call, Planning, Video, Resources, Ride],
            ProgramModel.YouthMentoring => [Conversation, Text, Activity, Chat, Skills, Ride],
            ProgramModel.OlderAdultSupport => [HomeVisit, Call, Activity, Ride, Meal, Conversation],
            ProgramModel.Bridging => [HospitalVisit, HomeVisit, Call, Ride, Planning, Resources],
            ProgramModel.Advocacy => [Advocacy, Conversation, Call, Resources, Group, Ride],
        };

    public static QuickButton? Find(ProgramModel model, string? key) => For(model).FirstOrDefault(b => b.Key == key);
}
