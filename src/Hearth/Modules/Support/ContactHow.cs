namespace Hearth.Modules.Support;

/// <summary>How a moment of support took place.</summary>
public enum ContactHow : short
{
    NotRecorded = 0,
    InPerson = 1,
    Phone = 2,
    Video = 3,
    Text = 4,
    Chat = 5,
}
