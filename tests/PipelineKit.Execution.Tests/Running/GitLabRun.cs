using System.Text.RegularExpressions;

namespace PipelineKit.Execution.Tests.Running;

/// <summary>Runs the generated <c>.gitlab-ci.yml</c> by gitlab-ci-local's shell executor, every job in a folder of its own.</summary>
internal static partial class GitLabRun
{
    public static RunResult Run(ExecutedStack stack, Workspace workspace)
    {
        var output = Path.Combine(Path.GetDirectoryName(workspace.Folder)!, "builds");
        var script = Path.Combine(TestFolders.Repository, "tests", "validators", "run-gitlab.mjs");
        string[] arguments =
        [
            script, workspace.Folder, "--out", output, "--limit", "1500", "--remote", $"https://gitlab.com/example/{stack.Example}.git",
            .. Surroundings.Caches().SelectMany(c => new[] { "--env", c }),
            .. stack.NodeVersions.SelectMany(v => new[] { "--program", $"node:{v}-={ExecutedStack.NodeFolder(v)}" }),
            .. stack.GitLabWithout is { } without ? ["--without", without] : Array.Empty<string>(),
        ];
        var result = Tool.Run(TestFolders.Repository, "node", arguments, new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["npm_config_prefer_offline"] = "true" });
        result.Exit.ShouldBeOneOf(0, 1);
        var (jobs, folders) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, string>());
        foreach (var (name, code, folder) in Directory.GetFiles(output, ".gitlab-ci.exit", SearchOption.AllDirectories).Select(Read).OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            var id = name.Split(": ")[0];
            if (id != "quality-gate")
            {
                jobs[id] = jobs.GetValueOrDefault(id) == 0 ? code : jobs[id];
                folders[id] = folder;
            }
        }

        var commands = Command().Matches(result.Out).Select(m => m.Groups[1].Value).Where(c => !IsOurs(c)).Select(WithoutVerdict);
        return new("gitlab", result.Exit, result.Out + result.Error, jobs, folders, [.. commands.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static (string Name, int Code, string Folder) Read(string file)
    {
        var (code, name) = File.ReadAllText(file).Trim().Split(' ', 2) is [var c, var n] ? (c, n) : throw new InvalidOperationException(file);
        return (name, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), Path.GetDirectoryName(file)!);
    }

    // What GitLab's file says besides commands (folders of reports, the collected verdict, the gate), and what run-gitlab adds.
    private static bool IsOurs(string line) => Array.Exists(
        ["cd \"$CI_PROJECT_DIR\"", "trap ", "case \"", "mkdir -p reports/", "ls -d ", "exit \"${failed", "echo \"Every earlier job"],
        start => line.StartsWith(start, StringComparison.Ordinal));

    private static string WithoutVerdict(string line) => Verdict().Replace(line, "");

    [GeneratedRegex(@"^\S[^>$\n]*?\s\$ (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@" \|\| (failed=1|case \$\? in .* esac)$")]
    private static partial Regex Verdict();
}
