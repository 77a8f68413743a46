using System.CommandLine;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Estimating;

/// <summary>The options of <c>estimate</c>.</summary>
internal sealed class EstimateOptions
{
    private static readonly Dictionary<string, PipelineEvents> Events = new(StringComparer.Ordinal)
    {
        ["push"] = PipelineEvents.Push,
        ["pull-request"] = PipelineEvents.PullRequest,
        ["merge-queue"] = PipelineEvents.MergeQueue,
        ["schedule"] = PipelineEvents.Schedule,
        ["manual"] = PipelineEvents.Manual,
        ["tag"] = PipelineEvents.Tag,
    };

    private readonly Option<string> _event = new("--event") { Description = "Count the jobs that run on this event", DefaultValueFactory = _ => "push" };
    private readonly Option<TimeSpan> _overhead = Time("--overhead", "Start of every job on top of its commands: queue, checkout, set-up (default: none)");
    private readonly Option<TimeSpan> _roundUp = Time("--round-up", "Billing unit to which the time of every job is rounded up, for example 1m");
    private readonly Option<int?> _runners = new("--runners") { Description = "At most so many jobs at once (default: all that can run)", HelpName = "N" };
    private readonly Option<string> _format = new("--format") { Description = "What is written to standard output", DefaultValueFactory = _ => "text" };

    public EstimateOptions()
    {
        _event.AcceptOnlyFromAmong([.. Events.Keys]);
        _format.AcceptOnlyFromAmong("text", "json");
        _runners.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--runners takes a whole number from 1");
            }
        });
    }

    public Option<string?> Durations { get; } = new("--durations") { Description = "File with the durations of jobs, YAML or JSON", HelpName = "FILE" };

    public Option<string?> From { get; } = new("--from") { Description = "Earlier run: events of the Cake script, a document of `run --format json`, or a folder of them (default: the last run here)", HelpName = "PATH" };

    public Option<string?> Against { get; } = new("--against") { Description = "Pipeline to compare with: jobs with durations and needs", HelpName = "FILE" };

    public void AddTo(System.CommandLine.Command command)
    {
        Option[] options = [Durations, From, Against, _event, _overhead, _runners, _roundUp, _format];
        Array.ForEach(options, command.Add);
    }

    public PipelineEvents Event(ParseResult parsed) => Events[parsed.GetValue(_event)!];

    public bool Json(ParseResult parsed) => parsed.GetValue(_format) == "json";

    public ScheduleOptions Read(ParseResult parsed) => new()
    {
        Overhead = parsed.GetValue(_overhead),
        Runners = parsed.GetValue(_runners),
        RoundUp = parsed.GetValue(_roundUp),
    };

    private static Option<TimeSpan> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (!Times.TryParse(result.Tokens[0].Value, out var time))
            {
                result.AddError($"{name} takes a duration such as 20s or 1m30s");
            }

            return time;
        },
    };
}
