using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Bounds of an evaluation. Every one of them ends in a <see cref="ScriptRuntimeException"/> with a place.</summary>
public partial class TemplateContext
{
    private const int TicksPerCheck = 256;

    private int _ticks;
    private int _loopDepth;
    private long _loopCount;
    private int _recursion;
    private long _deadline;

    /// <summary>Rounds of a nest of loops, built-in iteration included; default 1000, 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>Depth of calls and includes; default 100, 0 for no limit (the stack is guarded anyway).</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>Characters of a string and of the whole output; default 1,048,576, 0 for no limit.</summary>
    public int LimitToString { get; set; } = 1_048_576;

    /// <summary>Whether output beyond <see cref="LimitToString"/> is an error instead of being cut and marked with <c>...</c>; default false.</summary>
    public bool ThrowOnOutputLimit { get; set; }

    /// <summary>Depth of printed or compared structures; default 20, 0 for no limit (the stack is guarded anyway).</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>Time of one regular expression; default 10 seconds.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time of one render; default 30 seconds, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Cancels a render from outside; it ends in a <see cref="ScriptAbortException"/>.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Whether a loop is being executed, here or in a caller.</summary>
    internal bool IsInLoop => _loopDepth > 0;

    /// <summary>Counts one small step of work; every now and then looks at the clock and at the cancellation token.</summary>
    internal void Tick(ScriptNode node)
    {
        if (--_ticks < 0)
        {
            CheckTime(node);
        }
    }

    internal void EnterLoop()
    {
        if (_loopDepth++ == 0)
        {
            _loopCount = 0;
        }
    }

    internal void ExitLoop() => _loopDepth--;

    /// <summary>Counts one round of a loop statement.</summary>
    internal void StepLoop(ScriptNode loop)
    {
        Tick(loop);
        if (LoopLimit > 0 && ++_loopCount > LoopLimit)
        {
            throw new ScriptRuntimeException(loop.Span, $"Exceeding number of iteration limit `{LoopLimit}` for loop statement.");
        }
    }

    /// <summary>Counts the work of a built-in function over <paramref name="count"/> items.</summary>
    internal void CountIteration(SourceSpan span, long count)
    {
        if (LoopLimit <= 0)
        {
            return;
        }

        var total = (_loopDepth > 0 ? _loopCount : 0) + count;
        if (total > LoopLimit)
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{LoopLimit}` for internal iteration.");
        }

        _loopCount = total;
    }

    /// <summary>Counts a call; pair it with <see cref="ExitRecursion"/>.</summary>
    internal void EnterRecursion(ScriptNode caller)
    {
        Tick(caller);
        GuardStack(caller);
        if (RecursiveLimit > 0 && _recursion >= RecursiveLimit)
        {
            throw new ScriptRuntimeException(caller.Span, $"Exceeding number of recursive depth limit `{RecursiveLimit}` for node: `{caller}`");
        }

        _recursion++;
    }

    internal void ExitRecursion() => _recursion--;

    /// <summary>Ends deep recursion in a diagnostic before the stack of the process is used up.</summary>
    internal static void GuardStack(ScriptNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(node.Span, "The expression is nested too deeply to be evaluated.");
        }
    }

    /// <summary>Fails when a string of this length is longer than the limit.</summary>
    internal void CheckLength(SourceSpan span, long length)
    {
        if (LimitToString > 0 ? length > LimitToString : length > Array.MaxLength / 2)
        {
            throw new ScriptRuntimeException(span, $"The resulting string length exceeds the configured LimitToString `{LimitToString}`.");
        }
    }

    internal Regex CreateRegex(string pattern, RegexOptions options) => new(pattern, options | RegexOptions.CultureInvariant, RegexTimeOut);

    private void StartClock()
    {
        _ticks = 0;
        _deadline = TimeLimit == Timeout.InfiniteTimeSpan
            ? long.MaxValue
            : Stopwatch.GetTimestamp() + (long)(TimeLimit.TotalSeconds * Stopwatch.Frequency);
    }

    private void CheckTime(ScriptNode node)
    {
        _ticks = TicksPerCheck;
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(node.Span, CancellationToken);
        }

        if (Stopwatch.GetTimestamp() > _deadline)
        {
            throw new ScriptRuntimeException(node.Span, $"Exceeding the time limit `{TimeLimit:c}` of a render.");
        }
    }
}
