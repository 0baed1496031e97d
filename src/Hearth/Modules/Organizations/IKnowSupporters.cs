namespace Hearth.Modules.Organizations;

/// <summary>
/// What a module above Organizations keeps that names supporters. It answers when two entries turn out to be the same
/// person, within the caller's transaction on <c>Db</c>.
/// </summary>
public interface IKnowSupporters
{
    /// <summary>Names <paramref name="into"/> wherever it named <paramref name="from"/>.</summary>
    /// <returns>How many of its records changed.</returns>
    Task<int> RenameAsync(Supporter from, Supporter into, CancellationToken cancel);
}
