namespace Hearth.Foundation.Exports;

/// <summary>What whoever asked for an export wants in it.</summary>
/// <param name="Confidential">Whether what the organization keeps confidential even from its own lists is written out.</param>
public sealed record ExportWish(bool Confidential);

/// <summary>
/// How an organization reads one of its sealed columns in its own export. The module that owns the column provides it; a
/// test fails for a sealed column that has none.
/// </summary>
public interface IOpenForExport
{
    Type Entity { get; }

    /// <summary>The property that holds the sealed value.</summary>
    string Property { get; }

    /// <summary>The readable text; null where there is nothing to read.</summary>
    ValueTask<string?> OpenAsync(object entity, ExportWish wish, CancellationToken cancel);
}
