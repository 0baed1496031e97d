using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;

namespace Hearth.Modules.Billing.Commands;

/// <summary>The files a command was given: names, patterns such as "era/*.835", and "-" for standard input.</summary>
internal static class X12Files
{
    public const string StandardInput = "-";

    /// <summary>The argument that names them.</summary>
    public static Argument<string[]> Argument()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "One or more files or patterns such as \"era/*.835\"; - reads standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(result =>
        {
            // What is no option is taken for a file otherwise, as there may be several.
            foreach (var name in result.Tokens.Select(t => t.Value))
            {
                if (name.Length > 1 && name[0] == '-' && !File.Exists(name))
                {
                    result.AddError($"There is no option {name} here, and no file of that name.");
                }
            }
        });
        return files;
    }

    /// <summary>What people call it.</summary>
    public static string Name(string file) => file == StandardInput ? "Standard input" : file;

    /// <summary>Whether a file to write is one of those to read, which it would destroy.</summary>
    public static bool Include(IEnumerable<string> files, string written) =>
        written != StandardInput
        && files.Any(file => file != StandardInput && Path.GetFullPath(file) == Path.GetFullPath(written));

    public static IReadOnlyList<string> Of(IEnumerable<string> asked) => [.. asked.SelectMany(Matching)];

    /// <summary>The only file that was meant.</summary>
    public static string One(string asked) =>
        Matching(asked) is [var file]
            ? file
            : throw new HearthException($"{asked} means several files. Name one. Nothing was read.");

    private static IReadOnlyList<string> Matching(string asked)
    {
        if (asked == StandardInput || File.Exists(asked))
        {
            return [asked];
        }
        if (Directory.Exists(asked))
        {
            throw new HearthException(
                $"{asked} is a folder. Name the files in it, such as \"{Path.Combine(asked, "*")}\"."
            );
        }
        var found = asked.AsSpan().IndexOfAny('*', '?') < 0 ? [] : Find(asked);
        return found.Count > 0 ? found : throw new HearthException($"There is no file {asked}. Nothing was read.");
    }

    private static List<string> Find(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } named ? named : ".";
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, Path.GetFileName(pattern)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Opens it and reads it with a bar on the terminal when it takes long.</summary>
    public static T Read<T>(string file, Func<Stream, IProgress<long>, T> read)
    {
        using var stream = file == StandardInput ? Console.OpenStandardInput() : Open(file);
        using var bar = CommandProgress.Start($"Reading {Path.GetFileName(file)}");
        var length = stream.CanSeek ? stream.Length : 0;
        return read(stream, new Share(bar, length));
    }

    private static FileStream Open(string file) =>
        new(
            file,
            new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            }
        );

    private sealed class Share(CommandProgress bar, long length) : IProgress<long>
    {
        public void Report(long value)
        {
            if (length > 0)
            {
                bar.Report((double)value / length);
            }
        }
    }
}
