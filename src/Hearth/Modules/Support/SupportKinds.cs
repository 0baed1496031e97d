namespace Hearth.Modules.Support;

/// <summary>What the support was, in plain words. A contact can hold several; none means nobody wrote it down.</summary>
[Flags]
public enum SupportKinds
{
    None = 0,
    Listening = 1 << 0,
    SharingExperience = 1 << 1,
    FindingResources = 1 << 2,
    Advocacy = 1 << 3,
    Skills = 1 << 4,
    Planning = 1 << 5,
    CrisisSupport = 1 << 6,
    Ride = 1 << 7,
    Meal = 1 << 8,
    Group = 1 << 9,
    Supplies = 1 << 10,
    Activity = 1 << 11,
    APlaceToBe = 1 << 12,
    Introduction = 1 << 13,
    SomethingElse = 1 << 14,
}
