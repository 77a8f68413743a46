using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Planning;

/// <summary>A toolchain that a leaf does not find here.</summary>
internal sealed record MissingToolchain(LeafPlan Plan, Toolchain Toolchain, MissingTool Tool);

/// <summary>Asks the toolchains for their versions, each question once, all at the same time.</summary>
internal sealed class ToolchainProbes(ChildProcess child, ProgramFinder finder, string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Task<string>> _answers = new(StringComparer.Ordinal);

    /// <summary>What of their toolchains leaves do not find here. All questions are asked before one answer is waited for.</summary>
    public async Task<IReadOnlyList<MissingToolchain>> FindMissingAsync(IEnumerable<LeafPlan> plans)
    {
        var asked = plans.SelectMany(p => Needed(p).Where(t => !IsThere(p, t)).Select(t => (Plan: p, Toolchain: t, Answer: AskAsync(p, t)))).ToList();
        var missing = new List<MissingToolchain>();
        foreach (var (plan, toolchain, answer) in asked)
        {
            if (Judge(toolchain, plan.Versions[toolchain.Id], await answer) is { } problem)
            {
                missing.Add(new(plan, toolchain, problem));
            }
        }

        return missing;
    }

    /// <summary>What the toolchains of a leaf say, for fingerprints.</summary>
    public async Task<string> VersionsAsync(LeafPlan plan) =>
        string.Join('\n', await Task.WhenAll(Needed(plan).Select(t => AskAsync(plan, t))));

    // A toolchain that another one of the job provides is not looked for: it comes with that one.
    private static IEnumerable<Toolchain> Needed(LeafPlan plan)
    {
        var covered = plan.Job.Toolchains.SelectMany(t => t.Definition.Covers).ToHashSet(StringComparer.Ordinal);
        return plan.Job.Toolchains.Where(t => !covered.Contains(t.Id));
    }

    // Where any version will do, a program on PATH need not be started (some take a quarter of a second to tell their version).
    private bool IsThere(LeafPlan plan, Toolchain toolchain) =>
        toolchain.Definition.Local is { Match: "any", Probe.Count: <= 2 } probe && finder.Find(probe.Probe[0], DirectoryOf(plan)) is not null;

    private Task<string> AskAsync(LeafPlan plan, Toolchain toolchain)
    {
        var command = toolchain.Definition.Local.Probe.Select(p => VersionText.Fill(p, plan.Versions) ?? p).ToList();
        var key = DirectoryOf(plan) + "\0" + string.Join('\0', command);
        if (!_answers.TryGetValue(key, out var answer))
        {
            _answers[key] = answer = RunAsync(command, DirectoryOf(plan));
        }

        return answer;
    }

    private async Task<string> RunAsync(List<string> command, string directory)
    {
        if (finder.Find(command[0], directory) is null)
        {
            return "";
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (code, output) = await child.CaptureAsync(new(command[0], command.GetRange(1, command.Count - 1), directory), withErrors: true, patience.Token);
            return code is ChildProcess.CannotStart or ChildProcess.NotFound ? "" : output.TrimEnd('\n');
        }
        catch (OperationCanceledException)
        {
            return "";
        }
    }

    private string DirectoryOf(LeafPlan plan) => Path.Combine(root, plan.Job.Project.Path);

    private static MissingTool? Judge(Toolchain toolchain, string wanted, string answer)
    {
        var local = toolchain.Definition.Local;
        var match = Regex.Match(answer, local.Pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var name = wanted.Length == 0 ? toolchain.Id : $"{toolchain.Id} {wanted}";
        if (!match.Success)
        {
            var problem = answer.Length == 0 ? $"`{local.Probe[0]}` is not on PATH" : $"`{string.Join(' ', local.Probe)}` does not tell a version";
            return new(name, problem, local.Hint);
        }

        var found = match.Groups[match.Groups.Count > 1 ? 1 : 0].Value;
        return VersionMatch.Accepts(local.Match, wanted, found) ? null : new(name, $"this machine has {found}", local.Hint);
    }
}
