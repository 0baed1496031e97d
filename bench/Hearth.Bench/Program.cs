using System.Text.Json;
using Hearth.Bench;

var names = Benchmarks.All.Keys.Order(StringComparer.Ordinal).ToList();
if (args.Length == 0 || args.Any(arg => arg is "--help" or "-h"))
{
    Console.WriteLine("Usage: ./hearth bench NAME [--json] [--contacts N] [--seconds N] [--minutes N] [--seed N]");
    Console.WriteLine($"Names: {string.Join(", ", names)}, all");
    Console.WriteLine("Each line: NAME.figure VALUE UNIT | limit L | ratio R | target T | ok (or short)");
    return args.Length == 0 ? 2 : 0;
}
var asked = args[0] == "all" ? names : [args[0]];
if (asked.Except(names).Any())
{
    Console.Error.WriteLine($"There is no benchmark called \"{args[0]}\". There are: {string.Join(", ", names)}, all.");
    return 2;
}
var json = args.Contains("--json");
var options = BenchOptions.Read(args);
var figures = new List<Figure>();
foreach (var name in asked)
{
    await foreach (var figure in Benchmarks.All[name](options))
    {
        figures.Add(figure);
        if (!json)
        {
            Console.WriteLine(figure);
        }
    }
}
if (json)
{
    Console.WriteLine(
        JsonSerializer.Serialize(
            figures,
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }
        )
    );
}
return figures.All(f => f.IsOk) ? 0 : 1;
