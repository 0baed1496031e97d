using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>The values of many rows for one statement, a column after the other, for <c>unnest($1, $2, ...)</c>.</summary>
internal sealed class Columns
{
    private readonly NpgsqlBatchCommand command = new();

    /// <summary>The same value for every row.</summary>
    public Columns One<T>(T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return this;
    }

    public Columns Each<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }
        return One(values);
    }

    public NpgsqlBatchCommand Command(string sql)
    {
        command.CommandText = sql;
        return command;
    }
}
