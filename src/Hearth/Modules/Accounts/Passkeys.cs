using Hearth.Foundation.Database;
using Hearth.Modules.Accounts.Identity;

namespace Hearth.Modules.Accounts;

/// <summary>One passkey as its owner sees it.</summary>
public sealed record PasskeyRow(byte[] CredentialId, string Name, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>Names the row in a form.</summary>
    public string Key => Convert.ToHexStringLower(CredentialId);
}

/// <summary>What Identity does not keep of a passkey: when it was last used.</summary>
public sealed class Passkeys(HearthDatabase database, TimeProvider clock)
{
    internal PasskeyAnswers Answers { get; } = new(clock);

    public async Task<IReadOnlyList<PasskeyRow>> OfAsync(Guid accountId)
    {
        await using var command = database.App.CreateCommand(
            """
            select credential_id, coalesce(nullif(data->>'Name', ''), 'A passkey'), (data->>'CreatedAt')::timestamptz, last_used_at
            from account_passkeys where user_id = $1 order by 3, 1
            """
        );
        command.Parameters.Add(new() { Value = accountId });
        await using var row = await command.ExecuteReaderAsync();
        var passkeys = new List<PasskeyRow>();
        while (await row.ReadAsync())
        {
            passkeys.Add(
                new PasskeyRow(
                    row.GetFieldValue<byte[]>(0),
                    row.GetString(1),
                    row.GetFieldValue<DateTimeOffset>(2),
                    row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3)
                )
            );
        }
        return passkeys;
    }

    internal async Task UsedAsync(string credential)
    {
        if (PasskeyEndpoints.CredentialId(credential) is not { } id)
        {
            return;
        }
        await using var command = database.App.CreateCommand(
            "update account_passkeys set last_used_at = $2 where credential_id = $1"
        );
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync();
    }
}
