namespace Hearth.X12.Converting;

/// <summary>Takes the values of one row after the other. Every row of a table names the same values in the same order.</summary>
internal interface IRows
{
    void Text(string name, string? value);

    void Money(string name, long? cents);

    void Number(string name, decimal? value);

    void Day(string name, DateOnly? day);

    void Flag(string name, bool value);

    void End();
}
