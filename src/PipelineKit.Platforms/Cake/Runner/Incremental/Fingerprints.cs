using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PipelineKitRunner;

/// <summary>A digest of everything that decides a leaf's result: its files, commands, variables and tool versions, and those of what it needs.</summary>
internal sealed class Fingerprints(PipelineData pipeline, string root, ToolchainProbes probes, Git git)
{
    private readonly Dictionary<string, string> _fileSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _jobs = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _files;

    public async Task<string> OfAsync(LeafPlan plan)
    {
        var text = new StringBuilder(await OfJobAsync(plan.Job)).Append('\n').Append(plan.Leaf.Id).Append('\n').Append(await probes.VersionsAsync(plan)).Append('\n');
        foreach (var entry in plan.ToolchainEnv.Concat(plan.Job.Data.Env.Select(e => new KeyValuePair<string, string>(e.Key, ValueOf(e.Value, e.Key)))))
        {
            text.Append(entry.Key).Append('=').Append(entry.Value).Append('\n');
        }

        return Digest(text.ToString());
    }

    private async Task<string> OfJobAsync(JobInfo job)
    {
        if (!_jobs.TryGetValue(job.Id, out var digest))
        {
            var needs = new StringBuilder();
            foreach (var need in job.Data.Needs.Select(pipeline.Find).OfType<JobInfo>())
            {
                needs.Append(await OfJobAsync(need)).Append('\n');
            }

            _jobs[job.Id] = digest = Digest($"{Commands(job.Data)}\n{needs}{await FilesAsync(job.Data)}");
        }

        return digest;
    }

    private static string Commands(JobData job)
    {
        var text = new StringBuilder(job.Directory).Append('\n').Append(job.Timeout.Ticks.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var command in job.Install)
        {
            text.AppendJoin('\0', command.Select(v => v.ToString())).Append('\n');
        }

        foreach (var command in job.Run)
        {
            text.AppendJoin('\0', command.Argv.Select(v => v.ToString())).Append(command.Script).Append('>').Append(command.Stdout)
                .Append(command.OnFailure).Append(command.Always).AppendJoin(',', command.Findings).Append('\n');
        }

        foreach (var service in job.Services)
        {
            text.Append(service.Key).Append(service.Value.Image).AppendJoin(',', service.Value.Env).Append('\n');
        }

        return text.AppendJoin(',', job.Artifacts).ToString();
    }

    private static string ValueOf(Value value, string variable) => value.Kind switch
    {
        "secret" => Environment.GetEnvironmentVariable(value.Text) ?? "",
        "service" => Environment.GetEnvironmentVariable(variable) ?? value.Text,
        _ => value.Text,
    };

    private async Task<string> FilesAsync(JobData job)
    {
        var globs = job.Paths.Length == 0 ? [] : job.Paths.Concat(job.InstallInputs).ToArray();
        var key = string.Join('\n', globs);
        if (!_fileSets.TryGetValue(key, out var digest))
        {
            _files ??= await git.FilesAsync() ?? [.. FileSets.Match(root, ["**"])];
            var patterns = globs.Select(g => new GlobPattern(g)).ToList();
            var left = LeftOver().Select(g => new GlobPattern(g)).ToList();
            var files = _files.Where(f => (patterns.Count == 0 || patterns.Exists(p => p.IsMatch(f))) && !left.Exists(p => p.IsMatch(f)));
            var lines = files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(f => f + ' ' + OfFile(f));
            _fileSets[key] = digest = Digest(string.Join('\n', lines));
        }

        return digest;
    }

    // What the jobs themselves leave behind is no input.
    private IEnumerable<string> LeftOver() => pipeline.Jobs
        .SelectMany(j => j.Data.Artifacts.Concat(j.Data.OptionalArtifacts))
        .Concat(["**/.reports", ".cake", ".git"]);

    private string OfFile(string path)
    {
        var full = System.IO.Path.Combine(root, path);
        if (!System.IO.File.Exists(full))
        {
            return "none";
        }

        using (var stream = System.IO.File.OpenRead(full))
        {
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
