namespace Hearth.Foundation.Database;

/// <summary>The organization's own row, which everything <see cref="IOwned"/> points to.</summary>
public interface IOwner
{
    Guid Id { get; }
}
