using System.CommandLine;
using System.Text.Json;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;

namespace Hearth.Foundation.Cli;

/// <summary>"verify": recomputes the audit's chains and names each row that is not as it was written.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(CommandHost host)
    {
        var expect = new Option<string[]>("--expect")
        {
            Description =
                "A head noted earlier, as SLUG=POSITION:HASH; fails when the chain no longer holds it. May be given again",
        };
        expect.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !ExpectedHead.TryParse(t.Value, out _)))
            {
                result.AddError($"\"{token.Value}\" is not a head. Write it as verify printed it: SLUG=POSITION:HASH.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON" };
        var command = new Command(
            "verify",
            "Check the audit: find any entry that was altered, removed, reordered or slipped in"
        )
        {
            expect,
            json,
        };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    await using var session = await host.OpenAsync(result, cancel);
                    var heads = (result.GetValue(expect) ?? []).Select(ExpectedHead.Parse).ToList();
                    var findings = await FindAsync(session, heads, cancel);
                    await (result.GetValue(json) ? PrintJsonAsync(findings) : PrintAsync(findings));
                    return findings.Faults.Count == 0 ? 0 : 1;
                }
            )
        );
        return command;
    }

    private static async Task<AuditFindings> FindAsync(
        CommandSession session,
        IReadOnlyList<ExpectedHead> heads,
        CancellationToken cancel
    )
    {
        var sealer = session.Services.GetRequiredService<AuditSealer>();
        while (await sealer.SealAsync(cancel) > 0) { }
        using var bar = CommandProgress.Start("Checking the audit");
        return await AuditFindings.FindAsync(
            session.Database,
            session.Services.GetRequiredService<AuditVerification>(),
            heads,
            bar,
            cancel
        );
    }

    private static async Task PrintAsync(AuditFindings findings)
    {
        foreach (var fault in findings.Faults)
        {
            await Console.Error.WriteLineAsync(fault.ToString());
        }
        foreach (var chain in findings.Chains)
        {
            Console.WriteLine(chain);
        }
        Console.WriteLine(
            findings.Faults.Count switch
            {
                0 =>
                    $"{findings.Entries:N0} entries in {findings.Chains.Count:N0} {(findings.Chains.Count == 1 ? "chain" : "chains")} are as they were written.",
                1 => $"1 thing is wrong among {findings.Entries:N0} entries. Nothing was changed by looking.",
                var many =>
                    $"{many:N0} things are wrong among {findings.Entries:N0} entries. Nothing was changed by looking.",
            }
        );
    }

    private static Task PrintJsonAsync(AuditFindings findings) =>
        Console.Out.WriteLineAsync(
            JsonSerializer.Serialize(
                new
                {
                    ok = findings.Faults.Count == 0,
                    findings.Entries,
                    findings.Waiting,
                    findings.Chains,
                    findings.Faults,
                },
                Json
            )
        );
}
