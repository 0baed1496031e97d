using Hearth.Foundation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Modules.Support;

/// <summary>What it means when the database refuses a contact because somebody else was first.</summary>
internal static class ContactClash
{
    public static Problem NotThere { get; } =
        new("id", "This moment is not there any more. What you wrote is still in the form.");

    /// <summary>
    /// Somebody else changed the contact: its version is no longer the one that was read, or the one that would be kept
    /// of it is kept already, which the database may notice first.
    /// </summary>
    public static bool IsConflict(DbUpdateException failure) =>
        failure
            is DbUpdateConcurrencyException
                or {
                    InnerException: PostgresException
                    {
                        SqlState: PostgresErrorCodes.UniqueViolation,
                        ConstraintName: "support_contact_versions_pkey"
                    }
                };

    /// <summary>What the contact named and is gone, or never was; null where the failure is another.</summary>
    public static Problem? Gone(Exception? failure) =>
        failure is not PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } gone ? null
        : gone.TableName == "contact_people"
            ? new(
                "person",
                "Somebody named here has deleted their page in the meantime. Nothing was saved; take the name out."
            )
        : new("program", "The program or place is not there any more. Nothing was saved; choose another.");
}
