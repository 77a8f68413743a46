using System.Diagnostics;
using PipelineKit.Cli.Hosting;
using Spectre.Console;

namespace PipelineKit.Cli.Running;

/// <summary>Progress at a terminal: what runs with the time it has taken so far, above it what has ended. It goes away at the end, when the table comes.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly IAnsiConsole _console;
    private readonly Dictionary<string, Stopwatch> _running = new(StringComparer.Ordinal);
    private readonly List<JobFinished> _finished = [];
    private LiveDisplayContext? _display;

    public LiveProgress(CliEnvironment environment) => _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(environment.Error),
        Ansi = AnsiSupport.Yes,
        ColorSystem = environment.ColourError ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
    });

    public Task DuringAsync(Func<Task> work) => _console.Live(Rows()).AutoClear(true).StartAsync(async display =>
    {
        _display = display;
        await work().ConfigureAwait(false);
    });

    public void Show(RunEvent happened)
    {
        if (happened is JobStarted started)
        {
            _running[started.Job] = Stopwatch.StartNew();
        }
        else if (happened is JobFinished job)
        {
            _running.Remove(job.Job);
            _finished.Add(job);
        }

        Tick();
    }

    public void Tick() => _display?.UpdateTarget(Rows());

    private Grid Rows()
    {
        var grid = new Grid().AddColumns(4);
        foreach (var job in _finished)
        {
            var (word, colour) = RunWords.Of(job.Result.Outcome);
            grid.AddRow(Cell(word, (int)colour), Cell(job.Job), Cell(RunWords.Seconds(job.Result.Seconds) + " s"), Cell(job.Result.Reason));
        }

        foreach (var (job, clock) in _running)
        {
            grid.AddRow(Cell("run", (int)Output.AnsiColour.Cyan), Cell(job), Cell(RunWords.Seconds(clock.Elapsed.TotalSeconds) + " s"), Cell(""));
        }

        return _finished.Count + _running.Count == 0 ? grid.AddRow(Cell("run"), Cell("looking for the tools of the jobs"), Cell(""), Cell("")) : grid;
    }

    // SGR colours 30 to 37 are the first eight of the palette, 90 is the ninth.
    private static Text Cell(string text, int sgr = 0) =>
        new(text, sgr == 0 ? Style.Plain : new Style(Color.FromInt32(sgr >= 90 ? sgr - 82 : sgr - 30))) { Overflow = Overflow.Ellipsis };
}
