using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Support;

/// <summary>
/// Streams contacts into the session's temporary table. Row-level security forbids COPY into the real one, and a
/// temporary table keeps a million rows out of the program's memory. One writer at a time on a connection.
/// </summary>
public sealed class StagedContacts : IDisposable
{
    private const string Copy = """
        copy staged_contacts (n, sheet_row, id, import_key, program_id, site_id, started_at, service_day, time_known, minutes,
          how, place, kinds, headcount, first_time, supporter, code) from stdin (format binary)
        """;

    private readonly NpgsqlBinaryImporter importer;
    private int n;

    /// <param name="after">How many contacts earlier writers staged on this connection.</param>
    public StagedContacts(NpgsqlConnection connection, int after)
    {
        n = after;
        importer = connection.BeginBinaryImport(Copy);
        importer.Timeout = TimeSpan.Zero;
    }

    /// <summary>How many contacts have been staged so far.</summary>
    public int Count => n;

    public void Write(in StagedContact c)
    {
        importer.StartRow();
        importer.Write(++n, NpgsqlDbType.Integer);
        importer.Write(c.SheetRow, NpgsqlDbType.Integer);
        importer.Write(c.Id, NpgsqlDbType.Uuid);
        importer.Write(c.Key, NpgsqlDbType.Uuid);
        importer.Write(c.ProgramId, NpgsqlDbType.Uuid);
        Nullable(c.SiteId, NpgsqlDbType.Uuid);
        importer.Write(c.Start, NpgsqlDbType.TimestampTz);
        importer.Write(c.ServiceDay, NpgsqlDbType.Date);
        importer.Write(c.TimeKnown, NpgsqlDbType.Boolean);
        Nullable(c.Minutes, NpgsqlDbType.Integer);
        importer.Write((short)c.How, NpgsqlDbType.Smallint);
        importer.Write((short)c.Place, NpgsqlDbType.Smallint);
        importer.Write((int)c.Kinds, NpgsqlDbType.Integer);
        importer.Write(c.Headcount, NpgsqlDbType.Integer);
        Nullable(c.FirstTime, NpgsqlDbType.Boolean);
        Nullable(c.Supporter, NpgsqlDbType.Integer);
        if (c.CodeIndex is { } code)
        {
            importer.Write(code, NpgsqlDbType.Bytea);
        }
        else
        {
            importer.WriteNull();
        }
    }

    /// <summary>Ends this stretch; without it nothing of it is kept.</summary>
    public void Complete() => importer.Complete();

    private void Nullable<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } known)
        {
            importer.Write(known, type);
        }
        else
        {
            importer.WriteNull();
        }
    }

    public void Dispose() => importer.Dispose();
}
