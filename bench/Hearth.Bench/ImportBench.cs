using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Hearth.Foundation;
using Npgsql;

namespace Hearth.Bench;

/// <summary>
/// `./hearth import contacts` of a plain file, as a process of its own from the command to the end, against a bare binary
/// COPY of as many rows into a table of the same columns; then a workbook of as many others. The peak of its memory is
/// read from the system.
/// </summary>
internal static class ImportBench
{
    private static readonly string[] How = ["in person", "phone", "video"];

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        var rows = options.Contacts ?? 1_000_000;
        await using var server = await BenchServer.StartAsync(contacts: 2000);
        var file = Path.Combine(server.Folder, "contacts.csv");
        await WriteAsync(file, rows);
        await ImportAsync(server, await SmallAsync(server));
        var copied = await CopyAsync(server, rows);
        var (seconds, megabytes) = await ImportAsync(server, file);
        yield return Figure.AtLeastRatio("import.rows", rows / seconds, "rows/s", copied, 0.15);
        yield return Figure.AtMost("import.peak-memory", megabytes, "MB", 300);

        var book = Path.Combine(server.Folder, "contacts.xlsx");
        await WriteBookAsync(book, rows);
        (seconds, megabytes) = await ImportAsync(server, book);
        yield return Figure.AtLeastRatio("import.workbook-rows", rows / seconds, "rows/s", copied, 0.1);
        yield return Figure.AtMost("import.workbook-peak-memory", megabytes, "MB", 300);
    }

    private static async Task<string> SmallAsync(BenchServer server)
    {
        var file = Path.Combine(server.Folder, "warm.csv");
        await WriteAsync(file, 10_000, years: 2);
        return file;
    }

    private static async Task WriteAsync(string file, int rows, int years = 3)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("Date,Start,Minutes,How,People");
        var first = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddYears(-years).AddDays(-1);
        for (var i = 0; i < rows; i++)
        {
            // One minute after another, several to a minute, told apart by their length: no two rows are the same.
            var at = first.AddMinutes(i % 1_400_000);
            await writer.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at:yyyy-MM-dd},{at:HH:mm},{5 + i / 1_400_000 + i % 90},{How[i % 3]},{1 + i % 4}"
                )
            );
        }
    }

    // Every row with a text of its own, which is what costs a reader memory, and more people than the plain file has.
    private static async Task WriteBookAsync(string file, int rows)
    {
        using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        await PartAsync(
            zip,
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Log\" r:id=\"a\"/></sheets></workbook>"
        );
        await PartAsync(
            zip,
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"strings.xml\"/><Relationship Id=\"c\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        await PartAsync(
            zip,
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
        );
        string[] texts = ["Date", "Start", "Minutes", "How", "People", "Notes", .. How];
        await using (var writer = Part(zip, "xl/strings.xml"))
        {
            await writer.WriteAsync($"<sst>{string.Concat(texts.Select(t => $"<si><t>{t}</t></si>"))}");
            for (var i = 0; i < rows; i++)
            {
                await writer.WriteAsync($"<si><t>{i}: talked about the garden and the bus, asked for a form</t></si>");
            }
            await writer.WriteAsync("</sst>");
        }
        await using var sheet = Part(zip, "xl/sheet.xml");
        await sheet.WriteAsync("<worksheet><sheetData><row>");
        await sheet.WriteAsync(
            string.Concat(Enumerable.Range(0, 6).Select(i => $"<c t=\"s\"><v>{i}</v></c>")) + "</row>"
        );
        var first = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddYears(-3).AddDays(-1).ToOADate();
        for (var i = 0; i < rows; i++)
        {
            var minute = i % 1_400_000;
            await sheet.WriteAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<row r=\"{i + 2}\"><c s=\"1\"><v>{first + (minute / 1440)}</v></c><c s=\"2\"><v>{minute % 1440 / 1440.0}</v></c><c><v>{5 + i / 1_400_000 + i % 90}</v></c><c t=\"s\"><v>{6 + i % 3}</v></c><c><v>{5 + i % 4}</v></c><c t=\"s\"><v>{i + texts.Length}</v></c></row>"
                )
            );
        }
        await sheet.WriteAsync("</sheetData></worksheet>");
    }

    private static StreamWriter Part(ZipArchive zip, string name) =>
        new(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), bufferSize: 1 << 16);

    private static async Task PartAsync(ZipArchive zip, string name, string text)
    {
        await using var writer = Part(zip, name);
        await writer.WriteAsync(text);
    }

    private static async Task<(double Seconds, double Megabytes)> ImportAsync(BenchServer server, string file)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Hearth.dll");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    program,
                    "import",
                    "contacts",
                    file,
                    "--organization",
                    server.Path.Split('/')[^1],
                    "--program",
                    server.Program,
                    "--skip-bad",
                    "--data",
                    server.Folder,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var peak = 0.0;
        var said = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(200))
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64 / 1e6);
        }
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The import failed: {await said}");
        }
        return (watch.Elapsed.TotalSeconds, peak);
    }

    private static async Task<double> CopyAsync(BenchServer server, int rows)
    {
        await using var connection = await server.Database.Owner.OpenConnectionAsync();
        await using (
            var table = new NpgsqlCommand(
                "create table if not exists bench_copy (organization_id uuid, id uuid primary key, program_id uuid, started_at timestamptz, service_day date, minutes int, how smallint, headcount int)",
                connection
            )
        )
        {
            await table.ExecuteNonQueryAsync();
        }
        var now = TimeProvider.System.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("copy bench_copy from stdin (format binary)"))
        {
            for (var i = 0; i < rows; i++)
            {
                await copy.WriteRowAsync(
                    default,
                    server.OrganizationId,
                    Ids.New(now),
                    server.ProgramId,
                    now,
                    day,
                    i % 90,
                    (short)1,
                    1 + i % 4
                );
            }
            await copy.CompleteAsync();
        }
        return rows / watch.Elapsed.TotalSeconds;
    }
}
