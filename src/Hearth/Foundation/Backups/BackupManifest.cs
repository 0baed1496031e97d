namespace Hearth.Foundation.Backups;

/// <summary>What a backup holds, and what it takes to put it back.</summary>
public sealed record BackupManifest
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The PostgreSQL it was taken from; it goes back into any from 15 on.</summary>
    public required string PostgreSql { get; init; }

    /// <summary>Which root key opens what is sealed; never the key.</summary>
    public required string KeyFingerprint { get; init; }

    /// <summary>The steps of the schema it was taken at.</summary>
    public required IReadOnlyList<BackupStep> Steps { get; init; }
    public required IReadOnlyList<BackupTable> Tables { get; init; }
    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    public long Rows => Tables.Sum(t => t.Rows);
}

public sealed record BackupStep(int Number, string Hash);

/// <summary>One table: its rows as PostgreSQL's COPY text, in the entry tables/NAME.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, long Bytes, string Sha256)
{
    public string Entry => EntryOf(Name);

    public static string EntryOf(string name) => "tables/" + name;
}

/// <summary>Where a sequence stands; null where it has not been used.</summary>
public sealed record BackupSequence(string Name, long? Last);
