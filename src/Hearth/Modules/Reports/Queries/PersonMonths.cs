using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// Who was there in each month and program of a period. People are numbered as they are met, so that any set of months is
/// one set of bits.
/// </summary>
internal sealed class PersonMonths
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly List<byte> knownBy = [];
    private readonly List<PersonMonth> months = [];

    private PersonMonths() { }

    public int Count => knownBy.Count;

    public IReadOnlyList<PersonMonth> All => months;

    /// <summary>Null for someone who was not there in the whole period.</summary>
    public int? NumberOf(Guid person) => numbers.TryGetValue(person, out var number) ? number : null;

    public bool HasCode(int number) => (knownBy[number] & MonthSql.HasCode) != 0;

    public bool HasName(int number) => (knownBy[number] & MonthSql.HasName) != 0;

    /// <summary>Folded months as they are, the rest from the contacts, in one statement.</summary>
    public static async Task<PersonMonths> ReadAsync(ReportSource source, CancellationToken cancel)
    {
        var sql = $"select program_id, month, people from report_people where {ReportSource.FoldedFilter}";
        if (source.HasRest)
        {
            sql += $" union all {MonthSql.People(source.Filter([]))}";
        }
        var all = new PersonMonths();
        await using var command = source.Command(sql, []);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            all.Add(row.GetGuid(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<byte[]>(2));
        }
        return all;
    }

    private void Add(Guid program, DateOnly month, ReadOnlySpan<byte> people)
    {
        var there = new (int, int)[people.Length / MonthSql.PersonBytes];
        for (var i = 0; i < there.Length; i++)
        {
            var person = people.Slice(i * MonthSql.PersonBytes, MonthSql.PersonBytes);
            var said = BinaryPrimitives.ReadInt32BigEndian(person[16..]);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
                numbers,
                new Guid(person[..16], bigEndian: true),
                out var isKnown
            );
            if (!isKnown)
            {
                number = knownBy.Count;
                knownBy.Add((byte)(said & (MonthSql.HasCode | MonthSql.HasName)));
            }
            there[i] = (number, said >> MonthSql.VisitsFrom);
        }
        months.Add(new PersonMonth(program, month, there));
    }
}

/// <summary>The people of one program in one month, each with the visits of theirs that were counted.</summary>
internal sealed record PersonMonth(Guid Program, DateOnly Month, (int Person, int Visits)[] There);
