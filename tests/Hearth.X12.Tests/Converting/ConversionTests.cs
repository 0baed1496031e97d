using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hearth.X12.Tests.Comparing;
using Hearth.X12.Tests.Remittances;

namespace Hearth.X12.Tests.Converting;

public sealed class ConversionTests
{
    [Fact]
    public void A_remittance_is_a_row_for_each_line_claim_without_lines_and_provider_adjustment()
    {
        var rows = Table(X12Text.Remittance);

        Assert.Equal(["claim", "line", "line", "provider"], rows.Select(r => r["level"]));
        Assert.Equal(["yes", "", "", ""], rows.Select(r => r["reversal"]));
        Assert.Equal(["-80.25", "60.25", "50.00", "1.50"], rows.Select(r => r["paid"]));
        Assert.Equal(["-100.00", "60.00", "40.00", ""], rows.Select(r => r["charge"]));
        Assert.Equal(["-15.00", "", "-10.00", ""], rows.Select(r => r["adjusted_co"]));
        Assert.Equal("CO-45 5.00; CO-94 -15.00", rows[2]["adjustments"]);
        Assert.Equal(("H0038", "HQ", "4"), (rows[1]["procedure"], rows[1]["modifiers"], rows[1]["units_paid"]));
        Assert.Equal(
            ("12345", "2026-11-02", "31.50", "A PLAN", "1234567893"),
            (
                rows[1]["trace_number"],
                rows[1]["payment_date"],
                rows[1]["payment_amount"],
                rows[1]["payer_name"],
                rows[1]["payee_id"]
            )
        );
        Assert.Equal(
            ("L6", "CLAIM", "2026-12-31"),
            (rows[3]["provider_adjustment"], rows[3]["provider_adjustment_reference"], rows[3]["fiscal_period_end"])
        );
    }

    [Fact]
    public void What_is_paid_adds_up_to_the_payment_in_every_remittance_that_adds_up()
    {
        foreach (
            var text in Fixtures.All().Select(File.ReadAllBytes).Append(Encoding.Latin1.GetBytes(RemittanceTests.Full))
        )
        {
            var file = RemittanceFile.Read(new MemoryStream(text));
            if (file.Remittances.Count == 0 || !file.Remittances.All(r => r.Totals.AddsUp))
            {
                continue;
            }
            var rows = Table(text);
            Assert.Equal(file.Remittances.Sum(r => r.Payment.AmountCents), Sum(rows, "paid"));
            Assert.Equal(file.Remittances.Sum(r => r.Totals.ChargeCents), Sum(rows, "charge"));
        }
    }

    [Fact]
    public void A_claim_with_adjustments_of_its_own_has_a_row_for_them()
    {
        var rows = Table(
            X12Text.Interchange(
                X12Text.Transaction(
                    "835",
                    "BPR*I*450*C*CHK~TRN*1*T*P~CLP*A*1*800*450~CAS*CO*A2*50~MOA***MA01~SVC*HC:1*800*500~CAS*PR*1*300~LQ*HE*N14~"
                )
            )
        );
        Assert.Equal(
            [("line", "800.00", "500.00", "N14"), ("claim", "0.00", "-50.00", "")],
            rows.Select(r => (r["level"], r["charge"], r["paid"], r["remark_codes"]))
        );
        Assert.All(rows, r => Assert.Equal("MA01", r["claim_remark_codes"]));
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        var rows = Table(
            X12Text.Interchange(
                X12Text.Transaction(
                    "835",
                    "BPR*I*0*C*NON~TRN*1*=1+1*-5~N1*PR*@SUM(A1)~N1*PE*A, \"B\"~CLP*+A*1*-1*-1**MC* =X~NM1*QC*1*-DOE*|cmd****MI*-7~"
                )
            )
        );
        var row = Assert.Single(rows);
        Assert.Equal(
            ("'=1+1", "-5", "'@SUM(A1)", "A, \"B\""),
            (row["trace_number"], row["payer_id"], row["payer_name"], row["payee_name"])
        );
        Assert.Equal(
            ("'+A", "' =X", "'-DOE", "'|cmd", "-7"),
            (
                row["claim_id"],
                row["payer_claim_number"],
                row["patient_last_name"],
                row["patient_first_name"],
                row["patient_id"]
            )
        );
        Assert.Equal("-1.00", row["paid"]);
    }

    [Fact]
    public void Claims_are_a_row_for_each_line()
    {
        var rows = Table(ComparisonTests.Claims());

        Assert.Equal(["A", "A", "B"], rows.Select(r => r["claim_id"]));
        Assert.Equal(["60.00", "40.00", "30.00"], rows.Select(r => r["charge"]));
        Assert.Equal(["1999999984", "1999999984", ""], rows.Select(r => r["rendering_provider_id"]));
        Assert.Equal(["M1", "M1", "M2"], rows.Select(r => r["subscriber_id"]));
        Assert.Equal(
            ("100.00", "11", "1", "1234567893", "R1", "MC"),
            (
                rows[0]["claim_charge"],
                rows[0]["place_of_service"],
                rows[0]["frequency"],
                rows[0]["billing_provider_id"],
                rows[0]["payer_id"],
                rows[0]["filing_indicator"]
            )
        );
        Assert.Equal(
            ("PA-1", "F3289", "A1", "HC", "H0038", "UN", "4", "2026-10-01"),
            (
                rows[0]["prior_authorization"],
                rows[0]["diagnoses"],
                rows[0]["line_control_number"],
                rows[0]["procedure_qualifier"],
                rows[0]["procedure"],
                rows[0]["unit"],
                rows[0]["units"],
                rows[0]["service_from"]
            )
        );
    }

    [Fact]
    public void Other_payers_and_their_parties_are_not_taken_for_the_claims_own()
    {
        var rows = Table(
            X12Text.Interchange(
                X12Text.Transaction(
                    "837",
                    "HL*1**20*1~NM1*85*2*PORCH*****XX*1~HL*2*1*22*1~SBR*P********MC~NM1*IL*1*DOE*J****MI*M1~NM1*PR*2*PLAN*****PI*P1~HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*KID~CLM*A*10***11:B:7~REF*F8*OLD~SBR*S********CI~NM1*IL*1*OTHER~NM1*PR*2*OTHERPLAN*****PI*P2~LX*1~SV1*HC:1:A1:B2*10*UN*1***1:2~DTP*472*RD8*20261001-20261003~NM1*82*1*LINEDOC*****XX*9~SVD*P2*1*HC:9~DTP*573*D8*20261010~CLM*B*5***12:B:1~HL*4*1*22*0~NM1*IL*1*NEXT~CLM*C*1~LX*1~SV2*0450*HC:99*1*UN*2~"
                ),
                "HC"
            )
        );

        Assert.Equal(["A", "B", "C"], rows.Select(r => r["claim_id"]));
        Assert.Equal(
            ("DOE", "KID", "P1", "MC", "OLD"),
            (
                rows[0]["subscriber_last_name"],
                rows[0]["patient_first_name"],
                rows[0]["payer_id"],
                rows[0]["filing_indicator"],
                rows[0]["original_reference"]
            )
        );
        Assert.Equal(
            ("A1 B2", "1 2", "2026-10-01", "2026-10-03", "9"),
            (
                rows[0]["modifiers"],
                rows[0]["diagnosis_pointers"],
                rows[0]["service_from"],
                rows[0]["service_to"],
                rows[0]["rendering_provider_id"]
            )
        );
        Assert.Equal(("", "5.00", ""), (rows[1]["line"], rows[1]["charge"], rows[1]["rendering_provider_id"]));
        Assert.Equal(
            ("NEXT", "", "0450", "99", "2"),
            (
                rows[2]["subscriber_last_name"],
                rows[2]["payer_id"],
                rows[2]["revenue_code"],
                rows[2]["procedure"],
                rows[2]["units"]
            )
        );
    }

    [Fact]
    public void A_table_holds_one_kind_and_says_what_it_leaves_out()
    {
        var text =
            X12Text.Remittance
            + ComparisonTests.Claims()
            + X12Text.Interchange(X12Text.Transaction("999", "AK1*HC*1~"), "FA");
        using var to = new MemoryStream();
        var converted = Conversion.ToCsv(Bytes(text), to);

        Assert.Equal(4, converted.Count);
        Assert.Equal(["837", "999"], converted.Findings.Where(f => f.Segment == "ST").Select(f => f.Found));
    }

    [Fact]
    public void A_remittance_as_JSON_has_the_names_of_the_types_and_whole_cents()
    {
        using var json = Json(RemittanceTests.Full + X12Text.Remittance);
        var transactions = json.RootElement.GetProperty("transactions");
        Assert.Equal(2, transactions.GetArrayLength());
        var first = transactions[0];
        Assert.Equal(
            ("005010X221A1", "000000007", "PAYER", false),
            (
                first.GetProperty("guide").GetString(),
                first.GetProperty("interchangeControlNumber").GetString(),
                first.GetProperty("sender").GetString(),
                first.GetProperty("isTest").GetBoolean()
            )
        );
        Assert.False(first.GetProperty("payment").TryGetProperty("origin", out _)); // it may hold a password
        Assert.Equal(("835", 1), (first.GetProperty("kind").GetString(), first.GetProperty("transaction").GetInt32()));
        Assert.Equal(80_00, first.GetProperty("payment").GetProperty("amountCents").GetInt64());
        Assert.Equal("2026-11-02", first.GetProperty("payment").GetProperty("paymentDate").GetString());
        var claim = Assert.Single(first.GetProperty("claims").EnumerateArray());
        Assert.Equal(
            ("FULL-A", 80_00),
            (claim.GetProperty("claimId").GetString(), claim.GetProperty("paidCents").GetInt32())
        );
        Assert.False(claim.TryGetProperty("payment", out _));
        Assert.Equal(
            "HQ",
            claim.GetProperty("services")[0].GetProperty("procedure").GetProperty("modifiers")[0].GetString()
        );
        Assert.Equal(1.25m, claim.GetProperty("drgWeight").GetDecimal());

        var second = transactions[1];
        Assert.Equal(-1_50, second.GetProperty("providerAdjustments")[0].GetProperty("cents").GetInt32());
        Assert.Equal(
            (31_50, true),
            (
                second.GetProperty("totals").GetProperty("expectedCents").GetInt32(),
                second.GetProperty("totals").GetProperty("addsUp").GetBoolean()
            )
        );
    }

    [Fact]
    public void Claims_as_JSON_are_lines_and_all_else_is_segments()
    {
        var other = X12Text.Interchange(X12Text.Transaction("271", "EB*1^2*IND*30^A:B~HSD*:x~"), "HB");
        using var json = Json(ComparisonTests.Claims() + other);
        var transactions = json.RootElement.GetProperty("transactions");

        var line = transactions[0].GetProperty("lines")[0];
        Assert.Equal(
            ("A", 60_00, 4),
            (
                line.GetProperty("claimId").GetString(),
                line.GetProperty("chargeCents").GetInt32(),
                line.GetProperty("units").GetInt32()
            )
        );
        Assert.Equal(
            """[{"id":"EB","elements":[{"repetitions":["1","2"]},"IND",{"repetitions":["30",["A","B"]]}]},{"id":"HSD","elements":[["","x"]]}]""",
            transactions[1].GetProperty("segments").GetRawText()
        );
    }

    [Fact]
    public void Delimiters_and_pieces_do_not_change_what_comes_out()
    {
        var text = RemittanceTests.Full + X12Text.Remittance + ComparisonTests.Claims();
        var other = text.Replace('*', '|').Replace(':', '>').Replace('~', '\x1D');
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        Conversion.ToCsv(Bytes(text), one);
        Conversion.ToCsv(Bytes(other), two);
        Assert.Equal(one.ToArray(), two.ToArray());
    }

    [Fact]
    public void Every_fixture_becomes_JSON_that_reads_back()
    {
        foreach (var bytes in Fixtures.All().Select(File.ReadAllBytes))
        {
            using var to = new MemoryStream();
            var converted = Conversion.ToJson(new MemoryStream(bytes), to);
            using var json = JsonDocument.Parse(to.ToArray());
            var transactions = json.RootElement.GetProperty("transactions").GetArrayLength();
            Assert.Equal(Summary.Read(new MemoryStream(bytes)).Transactions, transactions);
            Assert.Equal(transactions, converted.Count);
        }
    }

    [Fact]
    public void Bytes_that_were_changed_never_throw()
    {
        var text = Encoding.Latin1.GetBytes(RemittanceTests.Full + ComparisonTests.Claims());
        Prop.ForAll(
                Gen.Choose(0, text.Length - 1)
                    .Zip(Gen.Elements<byte>((byte)'*', (byte)'~', (byte)':', (byte)'9', (byte)'"', (byte)'A', 0, 255))
                    .ArrayOf()
                    .ToArbitrary(),
                changes =>
                {
                    byte[] changed = [.. text];
                    foreach (var (at, to) in changes)
                    {
                        changed[at] = to;
                    }
                    using var csv = new MemoryStream();
                    using var json = new MemoryStream();
                    Conversion.ToCsv(new MemoryStream(changed), csv);
                    Conversion.ToJson(new MemoryStream(changed), json);
                    using var parsed = JsonDocument.Parse(json.ToArray());
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30));
    }

    private static List<Dictionary<string, string>> Table(string text) => Table(Encoding.Latin1.GetBytes(text));

    private static List<Dictionary<string, string>> Table(byte[] text)
    {
        using var to = new MemoryStream();
        var converted = Conversion.ToCsv(new MemoryStream(text), to);
        var lines = Encoding.UTF8.GetString(to.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = Cells(lines[0]);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(converted.Count, lines.Length - 1);
        var rows = new List<Dictionary<string, string>>();
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            Assert.Equal(names.Count, cells.Count);
            rows.Add(names.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
        }
        return rows;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !isQuoted))
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        return cells;
    }

    private static long Sum(IEnumerable<Dictionary<string, string>> rows, string column) =>
        rows.Sum(row =>
            row[column].Length == 0 ? 0 : (long)(decimal.Parse(row[column], CultureInfo.InvariantCulture) * 100)
        );

    private static JsonDocument Json(string text)
    {
        using var to = new MemoryStream();
        Conversion.ToJson(Bytes(text), to);
        return JsonDocument.Parse(to.ToArray());
    }

    private static MemoryStream Bytes(string text) => new(Encoding.Latin1.GetBytes(text));
}
