using System.Numerics;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Support;

/// <summary>The plain words for what a contact holds, on pages, in files and in exports.</summary>
public static class SupportWords
{
    public static IReadOnlyList<SupportKinds> Kinds { get; } =
    [.. Enum.GetValues<SupportKinds>().Where(k => BitOperations.IsPow2((int)k))];

    public static string Of(ContactHow how) =>
        how switch
        {
            ContactHow.NotRecorded => "not recorded",
            ContactHow.InPerson => "in person",
            ContactHow.Phone => "phone",
            ContactHow.Video => "video",
            ContactHow.Text => "text",
            ContactHow.Chat => "chat",
        };

    public static string Of(ContactPlace place) =>
        place switch
        {
            ContactPlace.NotRecorded => "not recorded",
            ContactPlace.OurPlace => "at our place",
            ContactPlace.TheirHome => "at their home",
            ContactPlace.Community => "out in the community",
            ContactPlace.Hospital => "at a hospital",
            ContactPlace.JailOrCourt => "at a jail or court",
            ContactPlace.Elsewhere => "elsewhere",
        };

    public static string Of(RecordLevel level) =>
        level switch
        {
            RecordLevel.Counted => "counted",
            RecordLevel.Personal => "personal",
            RecordLevel.Billable => "billable",
        };

    public static string OfOne(SupportKinds kind) =>
        kind switch
        {
            SupportKinds.Listening => "listening",
            SupportKinds.SharingExperience => "sharing experience",
            SupportKinds.FindingResources => "finding resources",
            SupportKinds.Advocacy => "advocacy",
            SupportKinds.Skills => "skills",
            SupportKinds.Planning => "planning",
            SupportKinds.CrisisSupport => "support in a crisis",
            SupportKinds.Ride => "a ride",
            SupportKinds.Meal => "a meal or coffee",
            SupportKinds.Group => "a group",
            SupportKinds.Supplies => "supplies",
            SupportKinds.Activity => "an activity",
            SupportKinds.APlaceToBe => "a place to be",
            SupportKinds.Introduction => "an introduction",
            SupportKinds.SomethingElse => "something else",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a single kind of support."),
        };

    public static IEnumerable<SupportKinds> Each(SupportKinds kinds) => Kinds.Where(k => (kinds & k) != 0);

    public static string Of(SupportKinds kinds) =>
        kinds == SupportKinds.None ? "not recorded" : string.Join(", ", Each(kinds).Select(OfOne));
}
