using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Foundation.Exports;

/// <summary>
/// Writes everything one organization owns into a folder: CSV and JSON for each table, and a README that explains each
/// column. Rows stream through; the reading of each person's record is written down first.
/// </summary>
public sealed class OrganizationExport(
    Db db,
    Access.Access access,
    AuditTrail audit,
    HearthDatabase database,
    IEnumerable<IOpenForExport> openers,
    TimeProvider clock
)
{
    private const int ReadsAtOnce = 500;
    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>How many rows were written.</returns>
    public async Task<long> WriteAsync(
        string folder,
        ExportWish wish,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        // One snapshot: rows written meanwhile are in none of the files, so that they fit together.
        await using var snapshot = await db.Database.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancel
        );
        var tables = ExportedTable.All(db.Model, openers);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            counts[table.Name] = await Invoke<Task<long>>(nameof(CountAsync), table, cancel);
        }
        await audit.WriteAsync(
            access,
            "exported",
            "everything",
            why: wish.Confidential ? "with confidential addresses" : null
        );
        double all = Math.Max(1, counts.Values.Sum());
        long done = 0;
        foreach (var table in tables)
        {
            await WriteTableAsync(folder, table, wish, () => progress?.Report(++done / all), cancel);
        }
        await File.WriteAllTextAsync(
            Path.Combine(folder, "README.md"),
            ExportReadme.Text(access.RequireOrganization(), tables, counts, wish, clock.GetUtcNow()),
            cancel
        );
        return done;
    }

    private async Task WriteTableAsync(
        string folder,
        ExportedTable table,
        ExportWish wish,
        Action step,
        CancellationToken cancel
    )
    {
        await using var csv = new StreamWriter(
            Path.Combine(folder, table.Name + ".csv"),
            false,
            new UTF8Encoding(true),
            1 << 16
        );
        await using var stream = File.Create(Path.Combine(folder, table.Name + ".json"), 1 << 16);
        await using var json = new Utf8JsonWriter(stream, Json);
        await csv.WriteAsync(CsvSafe.Line(table.Columns.Select(c => (object?)c.Name)));
        json.WriteStartArray();
        var reads = new List<Guid>();
        await foreach (var row in Invoke<IAsyncEnumerable<object>>(nameof(RowsAsync), table, cancel))
        {
            if (row is IAboutPerson { AboutPersonId: { } person } && table.Columns.Any(c => c.Opener is not null))
            {
                reads.Add(person);
                await WriteReadsAsync(reads, ReadsAtOnce, cancel);
            }
            var values = new List<object?>(table.Columns.Count);
            foreach (var column in table.Columns)
            {
                values.Add(
                    column.Opener is null
                        ? column.Property.GetValue(row)
                        : await column.Opener.OpenAsync(row, wish, cancel)
                );
            }
            await csv.WriteAsync(CsvSafe.Line(values.Select(ExportValues.Cell)));
            WriteObject(json, table, values);
            if (json.BytesPending > 1 << 16)
            {
                await json.FlushAsync(cancel);
            }
            step();
        }
        json.WriteEndArray();
        await WriteReadsAsync(reads, 1, cancel);
    }

    private static void WriteObject(Utf8JsonWriter json, ExportedTable table, List<object?> values)
    {
        json.WriteStartObject();
        foreach (var (column, value) in table.Columns.Zip(values))
        {
            json.WritePropertyName(column.Name);
            ExportValues.Write(json, value);
        }
        json.WriteEndObject();
    }

    private async Task WriteReadsAsync(List<Guid> people, int atLeast, CancellationToken cancel)
    {
        if (people.Count < atLeast)
        {
            return;
        }
        await using var connection = await database.OpenAsync(access, cancel);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            AuditTrail.BatchCommand([
                .. people.Select(person => audit.Entry(access, "read", "the organization's export", person, person)),
            ])
        );
        await batch.ExecuteNonQueryAsync(cancel);
        people.Clear();
    }

    private T Invoke<T>(string method, ExportedTable table, CancellationToken cancel) =>
        (T)
            typeof(OrganizationExport)
                .GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.Entity)
                .Invoke(this, [cancel])!;

    private Task<long> CountAsync<T>(CancellationToken cancel)
        where T : class => Mine<T>().LongCountAsync(cancel);

    private async IAsyncEnumerable<object> RowsAsync<T>([EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        await foreach (var row in Mine<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row;
        }
    }

    private IQueryable<T> Mine<T>()
        where T : class
    {
        var mine = access.RequireOrganization().Id;
        return typeof(IOwner).IsAssignableFrom(typeof(T))
            ? db.Set<T>().Where(o => EF.Property<Guid>(o, nameof(IOwner.Id)) == mine)
            : db.Set<T>();
    }
}
