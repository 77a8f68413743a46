using PipelineKit.Parity.Tests.GitHub;
using PipelineKit.Parity.Tests.Reading;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>
/// Runs the jobs of a workflow as GitHub's runner does: every <c>run</c> in a shell of its own, with the conditions, variables and folders that stand in the
/// file. Steps with <c>uses</c> and those that are only for the runner count as passed.
/// </summary>
/// <param name="folder">Where it runs.</param>
/// <param name="text">The workflow.</param>
/// <param name="platform">github, or forgejo, which runs its dialect alike.</param>
internal sealed class GitHubRun(TraceFolder folder, string text, string platform)
{
    private readonly YamlMappingNode _workflow = YamlText.Load(folder.ForProbes(text));
    private readonly Traces _traces = new(platform);

    public async Task<Traces> RunAsync(IEnumerable<Scenario> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            var failed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var job in InOrder(scenario.Jobs))
            {
                var node = _workflow.Get("jobs").Get(job.Id) ?? throw new UnreadableException($"{job.Id}: no such job on {platform}");
                if (node.Get("needs").Texts().Any(failed.Contains))
                {
                    failed.Add(job.Id);
                    continue;
                }

                foreach (var leaf in job.Leaves)
                {
                    var traced = new TracedLeaf(job.Id, scenario.Name, TraceJob.NameOf(leaf));
                    var passed = await RunAsync(node, traced, new GitHubExpression(leaf, TraceFolder.SecretText));
                    _traces.Verdicts[traced] = passed ? Traces.Passed : Traces.Failed;
                    if (!passed)
                    {
                        failed.Add(job.Id);
                    }
                }
            }
        }

        foreach (var (key, leaf, record) in TraceRecord.ReadAll(folder.TraceFile(platform)))
        {
            _traces.Add(new TracedLeaf(key.Split('@')[0], key.Split('@')[1], leaf), record);
        }

        return _traces;
    }

    private static IEnumerable<TraceJob> InOrder(IReadOnlyList<TraceJob> jobs)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (jobs.FirstOrDefault(job => !done.Contains(job.Id) && job.Needs.All(need => done.Contains(need) || jobs.All(j => j.Id != need))) is { } next)
        {
            done.Add(next.Id);
            yield return next;
        }
    }

    private async Task<bool> RunAsync(YamlNode job, TracedLeaf leaf, GitHubExpression expressions)
    {
        var root = folder.Fresh(platform);
        var passed = true;
        var variables = Variables(expressions, _workflow.Get("env"), job.Get("env"));
        foreach (var node in job.Get("steps").Items())
        {
            if (node.Text("run") is null || Step.Of(node, "bash").IsForRunner)
            {
                expressions.Outcomes[node.Text("id") ?? ""] = passed ? "success" : "skipped";
                continue;
            }

            var outcome = !expressions.Holds(node.Text("if"), passed) ? "skipped"
                : await StartAsync(node, job, root, leaf, [.. variables, .. Variables(expressions, node.Get("env"))]) == 0 ? "success"
                : "failure";
            expressions.Outcomes[node.Text("id") ?? ""] = outcome;
            passed &= outcome != "failure" || node.Text("continue-on-error") == "true";
        }

        return passed;

        async Task<int> StartAsync(YamlNode step, YamlNode job, string root, TracedLeaf leaf, IEnumerable<KeyValuePair<string, string>> env)
        {
            var script = Path.Combine(folder.Root, platform + ".step.sh");
            await File.WriteAllTextAsync(script, expressions.Fill(step.Text("run")!));
            var directory = step.Text("working-directory") ?? job.Get("defaults").Get("run").Text("working-directory") ?? ".";
            var shell = step.Text("shell") ?? job.Get("defaults").Get("run").Text("shell") ?? _workflow.Get("defaults").Get("run").Text("shell");
            string[] command = shell switch
            {
                "bash" => ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                "sh" => ["/bin/sh", "-e", script],
                _ => throw new UnreadableException($"{leaf}: a step with the shell {shell}"),
            };
            return (await folder.StartAsync(platform, command, Path.Combine(root, expressions.Fill(directory)),
            [
                .. env, new("TRACE_JOB", leaf.Key), new("TRACE_LEAF", leaf.Leaf), new("TRACE_ROOT", root),
                new("GITHUB_STEP_SUMMARY", "/dev/null"), new("GITHUB_ENV", "/dev/null"), new("GITHUB_OUTPUT", "/dev/null"), new("GITHUB_WORKSPACE", root), new("RUNNER_TEMP", folder.Root),
            ])).ExitCode;
        }
    }

    private static List<KeyValuePair<string, string>> Variables(GitHubExpression expressions, params ReadOnlySpan<YamlNode?> maps)
    {
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var map in maps)
        {
            variables.AddRange(map.Entries().Select(entry => KeyValuePair.Create(entry.Key, expressions.Fill(entry.Value.Text()!))));
        }

        return variables;
    }
}
