using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Reports;

/// <summary>That a report was drawn for a period, most recently when and by whom.</summary>
[Holds(RecordClass.Organization)]
public sealed class ReportDraw : IOwned
{
    public required Guid OrganizationId { get; init; }
    public required string Report { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly ToDay { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset DrawnAt { get; init; }

    [Holds(RecordClass.Workforce)]
    public Guid? DrawnBy { get; init; }

    private sealed class Map : IEntityTypeConfiguration<ReportDraw>
    {
        public void Configure(EntityTypeBuilder<ReportDraw> builder) =>
            builder
                .ToTable("report_draws")
                .HasKey(d => new
                {
                    d.OrganizationId,
                    d.Report,
                    d.FromDay,
                    d.ToDay,
                });
    }
}

/// <summary>Remembers and audits draws, in one transaction.</summary>
public sealed class ReportDraws(HearthDatabase database, AuditTrail audit)
{
    public async Task NoteAsync(Access access, ReportResult report, string format)
    {
        await using var connection = await database.OpenAsync(access);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var draw = new NpgsqlCommand(
            """
            insert into report_draws (organization_id, report, from_day, to_day, version, drawn_at, drawn_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organization_id, report, from_day, to_day)
            do update set version = excluded.version, drawn_at = excluded.drawn_at, drawn_by = excluded.drawn_by
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = report.Organization.Id },
                new() { Value = report.Definition.Id },
                new() { Value = report.Period.From },
                new() { Value = report.Period.To },
                new() { Value = report.Definition.Version },
                new() { Value = report.DrawnAt },
                new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)access.AccountId ?? DBNull.Value },
            },
        };
        await draw.ExecuteNonQueryAsync();
        var what =
            $"{report.Definition.Id} version {report.Definition.Version}, {report.Period.From:yyyy-MM-dd} to {report.Period.To:yyyy-MM-dd}, {format}";
        await using var entry = AuditTrail.Command(audit.Entry(access, "draw", "report", newValue: what), connection);
        await entry.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
