using Hearth.Foundation;
using Hearth.Foundation.Database;

namespace Hearth.Tests.Reports;

/// <summary>One database for the report tests of a class; each makes an organization of its own in it.</summary>
public sealed class ReportDatabase : IAsyncLifetime
{
    private TestDatabase? test;

    public HearthDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        test = await TestDatabase.CreateAsync();
        Database = await DatabaseConnection.OpenAsync(test.ConnectionString, "only-for-tests");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await test!.DisposeAsync();
    }
}
