using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hearth.Tests.Forms;

/// <summary>Keeps everything that is logged, as the console would print it.</summary>
internal sealed class KeptLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> all = new();
    private readonly ConcurrentQueue<string> errors = new();

    public IReadOnlyCollection<string> All => all;

    /// <summary>What was logged as an error or worse.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    public ILogger CreateLogger(string categoryName) => this;

    // What the console leaves out of its lines.
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = formatter(state, exception) + exception;
        all.Enqueue(line);
        if (logLevel >= LogLevel.Error)
        {
            errors.Enqueue(line);
        }
    }

    public void Dispose() { }
}
