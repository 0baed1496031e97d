using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Modules.Organizations.Pages;

internal static class SettingsSave
{
    /// <summary>Saves; false when somebody else saved first, and then nothing of this was kept.</summary>
    public static async Task<bool> TryAsync(Db db)
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Whether the save failed because another row already has this name or address.</summary>
    public static bool IsTwice(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
