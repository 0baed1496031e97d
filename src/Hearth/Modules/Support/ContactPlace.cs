namespace Hearth.Modules.Support;

/// <summary>Where a moment of support took place, in words that fit every model.</summary>
public enum ContactPlace : short
{
    NotRecorded = 0,
    OurPlace = 1,
    TheirHome = 2,
    Community = 3,
    Hospital = 4,
    JailOrCourt = 5,
    Elsewhere = 6,
}
