namespace Hearth.Foundation.Cli;

/// <summary>
/// A bar on standard error for what takes over two seconds. Only on a terminal: in a log or a pipe it would be noise.
/// </summary>
public sealed class CommandProgress : IProgress<double>, IDisposable
{
    private const int Width = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private readonly string what;
    private readonly TimeProvider clock;
    private readonly TextWriter? terminal;
    private readonly long start;
    private readonly Lock turn = new();
    private long drawn;
    private bool isDrawn;

    /// <param name="what">What is being done, such as "Backing up".</param>
    /// <param name="terminal">Where the bar goes; null for nowhere.</param>
    public CommandProgress(string what, TimeProvider clock, TextWriter? terminal)
    {
        (this.what, this.clock, this.terminal) = (what, clock, terminal);
        start = clock.GetTimestamp();
    }

    /// <summary>A bar on this process's terminal, where it has one.</summary>
    public static CommandProgress Start(string what) =>
        new(what, TimeProvider.System, Console.IsErrorRedirected ? null : Console.Error);

    /// <summary>Draws the share that is done, 0 to 1.</summary>
    public void Report(double value)
    {
        if (terminal is null || clock.GetElapsedTime(start) < Patience)
        {
            return;
        }
        lock (turn)
        {
            if (isDrawn && clock.GetElapsedTime(drawn) < Between)
            {
                return;
            }
            (isDrawn, drawn) = (true, clock.GetTimestamp());
            var share = Math.Clamp(value, 0, 1);
            var filled = (int)(share * Width);
            terminal.Write($"\r{what} [{new string('#', filled)}{new string('.', Width - filled)}] {share * 100:0} % ");
        }
    }

    /// <summary>Takes the bar away, so that what was found stands alone.</summary>
    public void Dispose()
    {
        if (isDrawn)
        {
            terminal!.Write("\r" + new string(' ', what.Length + Width + 10) + "\r");
        }
    }
}
