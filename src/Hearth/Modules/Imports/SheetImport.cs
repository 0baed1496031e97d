using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Imports;

/// <summary>Where a sheet is on its way in.</summary>
public enum SheetImportState : short
{
    /// <summary>Here and not checked since its map last changed.</summary>
    Uploaded = 1,
    Checking = 2,
    Checked = 3,
    Importing = 4,
    Done = 5,
    Undone = 6,
    Discarded = 7,
}

/// <summary>A sheet that was brought in, or is on its way; of its rows only their counts.</summary>
[Holds(RecordClass.Organization)]
public sealed class SheetImport : IOwned
{
    public const int MostFileName = 255;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>As it was brought, with the sheet's name where the file is a workbook of several.</summary>
    public required string FileName { get; set; }

    [Holds(RecordClass.System)]
    public required byte[] Sha256 { get; init; }

    [Holds(RecordClass.System)]
    public required long Size { get; init; }
    public SheetImportState State { get; set; }

    [Holds(RecordClass.System)]
    public required DateTimeOffset StartedAt { get; init; }

    [Holds(RecordClass.Workforce)]
    public Guid? StartedBy { get; init; }

    [Holds(RecordClass.Workforce)]
    public required string Actor { get; init; }

    /// <summary>The random name under which the sheet waits in the uploads folder; null once it is gone.</summary>
    [Holds(RecordClass.Key)]
    public string? StoredAs { get; set; }

    /// <summary>JSON of the map.</summary>
    public required string Map { get; set; }

    /// <summary>How people said yes to being known by their code, in the sheet's words; null for the usual ones.</summary>
    public string? YesWords { get; set; }

    /// <summary>BCP 47.</summary>
    public string? YesLanguage { get; set; }
    public bool KeepDuplicates { get; set; }
    public bool SkipBad { get; set; }
    public int SheetRows { get; set; }
    public int GoodRows { get; set; }
    public int BadRows { get; set; }
    public int Duplicates { get; set; }
    public int AlreadyThere { get; set; }
    public int SkippedRows { get; set; }
    public int Contacts { get; set; }
    public long PeopleCounted { get; set; }
    public long Minutes { get; set; }
    public int CodedContacts { get; set; }
    public int NewPeople { get; set; }
    public int NewSupporters { get; set; }

    /// <summary>Why the last check or import did not come to its end, as a sentence.</summary>
    public string? Said { get; set; }
    public DateTimeOffset? CommittedAt { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Contacts that an undo left as they were, because somebody had changed them.</summary>
    public int KeptCorrected { get; set; }

    [Holds(RecordClass.System)]
    public int Version { get; set; } = 1;

    private sealed class ModelMap : IEntityTypeConfiguration<SheetImport>
    {
        public void Configure(EntityTypeBuilder<SheetImport> builder)
        {
            builder.ToTable("imports");
            builder.Property(i => i.Version).IsConcurrencyToken();
        }
    }
}
