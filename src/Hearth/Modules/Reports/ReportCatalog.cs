using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Reports.Files;
using Npgsql;

namespace Hearth.Modules.Reports;

/// <summary>Every report an organization can draw: those shipped under rules/reports and its own packs.</summary>
public sealed class ReportCatalog(Installation installation, HearthDatabase database)
{
    private readonly Lazy<IReadOnlyList<ReportDefinition>> shipped = new(() =>
        ReadShipped(Path.Combine(installation.Rules, "reports"))
    );

    /// <summary>The shipped definitions, by title.</summary>
    /// <exception cref="HearthException">A file cannot be read as a definition; every problem is named.</exception>
    public IReadOnlyList<ReportDefinition> Shipped => shipped.Value;

    /// <summary>Shipped and own, those that the roles may read, by title.</summary>
    public async Task<IReadOnlyList<ReportDefinition>> AllAsync(Access access, CancellationToken cancel = default) =>
        [
            .. Shipped
                .Concat(await OwnAsync(access, cancel))
                .Where(d => MayRead(access, d))
                .OrderBy(d => d.Title, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>A report by its name; null where there is none or the roles may not read it.</summary>
    public async Task<ReportDefinition?> FindAsync(Access access, string name, CancellationToken cancel = default) =>
        (await AllAsync(access, cancel)).FirstOrDefault(d => d.Id == name);

    /// <summary>A funder's viewer reads only what was marked as shared with funders.</summary>
    public static bool MayRead(Access access, ReportDefinition definition) =>
        access.Has(Role.Recorders | Role.BoardViewer)
        || (access.Has(Role.FunderViewer) && definition.SharedWithFunders);

    internal static IReadOnlyList<ReportDefinition> ReadShipped(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }
        var read = Directory
            .EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => DefinitionReader.Read(File.ReadAllText(file), Path.GetFileName(file)))
            .ToList();
        var problems = read.SelectMany(r => r.Problems).Select(p => p.Sentence).ToList();
        return problems.Count > 0
            ? throw new HearthException(string.Join('\n', problems))
            : [.. read.Select(r => r.Value!)];
    }

    private async Task<IReadOnlyList<ReportDefinition>> OwnAsync(Access access, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(access, cancel);
        await using var command = new NpgsqlCommand(
            """
            select distinct on (slug) slug, definition from report_packs where organization_id = $1 order by slug, version desc
            """,
            connection
        )
        {
            Parameters = { new() { Value = access.RequireOrganization().Id } },
        };
        var own = new List<ReportDefinition>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            // What a page wrote was checked then; an older pack that a newer Hearth refuses is left out, never half drawn.
            if (DefinitionReader.Read(row.GetString(1), row.GetString(0), isOwn: true).Value is { } definition)
            {
                own.Add(definition);
            }
        }
        return own;
    }
}
