using System.Text.RegularExpressions;

namespace PipelineKitRunner;

/// <summary>Something that a job needs and this machine does not have.</summary>
internal sealed record MissingTool(string Name, string Problem, string Hint)
{
    public override string ToString() => $"{Name}: {Problem}" + (Hint.Length == 0 ? "" : $"\n    {Hint}");
}

/// <summary>Asks the toolchains for their versions, each question once, all at the same time.</summary>
internal sealed class ToolchainProbes(PipelineData pipeline, ProgramFinder finder, string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Task<string>> _answers = new(StringComparer.Ordinal);

    /// <summary>What of its toolchains a leaf does not find here, by toolchain; and starts the questions of all leaves before waiting for one.</summary>
    public async Task<IReadOnlyList<(LeafPlan Plan, string Toolchain, MissingTool Missing)>> FindMissingAsync(IEnumerable<LeafPlan> plans)
    {
        var asked = plans.SelectMany(p => Needed(p).Where(id => !IsThere(p, pipeline.Toolchains[id])).Select(id => (Plan: p, Id: id, Answer: Ask(p, pipeline.Toolchains[id])))).ToList();
        var missing = new List<(LeafPlan, string, MissingTool)>();
        foreach (var (plan, id, answer) in asked)
        {
            if (Judge(id, pipeline.Toolchains[id], plan.Versions[id], await answer) is { } problem)
            {
                missing.Add((plan, id, problem));
            }
        }

        return missing;
    }

    /// <summary>Versions found for a leaf, for fingerprints.</summary>
    public async Task<string> VersionsAsync(LeafPlan plan)
    {
        var answers = await System.Threading.Tasks.Task.WhenAll(Needed(plan).Select(id => Ask(plan, pipeline.Toolchains[id])));
        return string.Join('\n', answers);
    }

    // A toolchain that another one of the job provides is not looked for: it comes with that one.
    private IEnumerable<string> Needed(LeafPlan plan)
    {
        var covered = plan.Versions.Keys.SelectMany(id => pipeline.Toolchains.GetValueOrDefault(id)?.Covers ?? []).ToHashSet(StringComparer.Ordinal);
        return plan.Versions.Keys.Where(id => pipeline.Toolchains.ContainsKey(id) && !covered.Contains(id));
    }

    // Where any version will do, a program on PATH need not be started (some take a quarter of a second to tell their version).
    private bool IsThere(LeafPlan plan, ToolchainData toolchain) => toolchain.Match == "any" && toolchain.Probe.Length <= 2
        && finder.Find(toolchain.Probe[0], System.IO.Path.Combine(root, plan.Job.Data.Directory)) is not null;

    private Task<string> Ask(LeafPlan plan, ToolchainData toolchain)
    {
        var command = toolchain.Probe.Select(p => plan.Fill(p) ?? p).ToList();
        var key = plan.Job.Data.Directory + "\0" + string.Join('\0', command);
        if (!_answers.TryGetValue(key, out var answer))
        {
            _answers[key] = answer = RunAsync(command, System.IO.Path.Combine(root, plan.Job.Data.Directory));
        }

        return answer;
    }

    private async Task<string> RunAsync(List<string> command, string directory)
    {
        if (finder.Find(command[0], directory) is null)
        {
            return "";
        }

        var lines = new OutputLog();
        using (var patience = new CancellationTokenSource(Patience))
        {
            try
            {
                var code = await new ChildProcess(finder).RunAsync(new(command[0], command.GetRange(1, command.Count - 1), directory), lines.Write, patience.Token);
                return code is ChildProcess.CannotStart or ChildProcess.NotFound ? "" : string.Join('\n', lines.Tail(0, int.MaxValue));
            }
            catch (OperationCanceledException)
            {
                return "";
            }
        }
    }

    private static MissingTool? Judge(string id, ToolchainData toolchain, string wanted, string answer)
    {
        var match = Regex.Match(answer, toolchain.Pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var name = wanted.Length == 0 ? id : $"{id} {wanted}";
        if (!match.Success)
        {
            return new(name, answer.Length == 0 ? $"`{toolchain.Probe[0]}` is not on PATH" : $"`{string.Join(' ', toolchain.Probe)}` does not tell a version", toolchain.Hint);
        }

        var found = match.Groups[match.Groups.Count > 1 ? 1 : 0].Value;
        return VersionMatch.Accepts(toolchain.Match, wanted, found) ? null : new(name, $"this machine has {found}", toolchain.Hint);
    }
}
