using System.Security.Cryptography;
using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Incremental;

/// <summary>A digest of everything that decides a leaf's result: its files, commands, variables and tool versions, and those of what it needs.</summary>
internal sealed class Fingerprints(Pipeline pipeline, RunSurroundings surroundings, ToolchainProbes probes, Git git)
{
    private readonly Dictionary<string, string> _fileSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<GlobPattern> _leftOver = [.. LeftOver(pipeline).Select(g => new GlobPattern(g))];
    private IReadOnlyList<string>? _names;

    public async Task<string> OfAsync(LeafPlan plan)
    {
        var text = new StringBuilder(await OfJobAsync(plan.Job)).Append('\n').Append(plan.Leaf.Id).Append('\n').Append(await probes.VersionsAsync(plan)).Append('\n');
        foreach (var (name, value) in plan.ToolchainEnv.Concat(plan.Job.Env.Select(e => KeyValuePair.Create(e.Key, ValueOf(e.Value, e.Key)))))
        {
            text.Append(name).Append('=').Append(value).Append('\n');
        }

        return Digest(text.ToString());
    }

    private async Task<string> OfJobAsync(Job job)
    {
        if (!_jobs.TryGetValue(job.Id, out var digest))
        {
            var needs = new StringBuilder();
            foreach (var need in job.Needs.Select(n => pipeline.Jobs.FirstOrDefault(j => j.Id == n.JobId)).OfType<Job>())
            {
                needs.Append(await OfJobAsync(need)).Append('\n');
            }

            _jobs[job.Id] = digest = Digest($"{JobText.Of(job)}\n{needs}{await FilesAsync(job)}");
        }

        return digest;
    }

    private string ValueOf(Value value, string variable) => value switch
    {
        SecretValue secret => surroundings.Variables.GetValueOrDefault(secret.Name) ?? "",
        ServiceValue service => surroundings.Variables.GetValueOrDefault(variable) ?? service.ToString(),
        _ => value.ToString(),
    };

    private async Task<string> FilesAsync(Job job)
    {
        // Support files count for every job: which command reads which is not known.
        IReadOnlyList<string> globs = job.When.Paths.Count == 0 ? [] : [.. job.When.Paths, .. job.Install?.Inputs ?? [], .. pipeline.Files.Select(f => f.Path)];
        var key = string.Join('\n', globs);
        if (!_fileSets.TryGetValue(key, out var digest))
        {
            _names ??= await git.FilesAsync() ?? [.. FileSets.Match(surroundings.Root, ["**"])];
            var patterns = globs.Select(g => new GlobPattern(g)).ToList();
            var names = _names.Where(f => (patterns.Count == 0 || patterns.Exists(p => p.IsMatch(f))) && !_leftOver.Exists(p => p.IsMatch(f)));
            _fileSets[key] = digest = Digest(string.Join('\n', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(f => f + ' ' + OfFile(f))));
        }

        return digest;
    }

    // What the jobs themselves leave behind is no input.
    private static IEnumerable<string> LeftOver(Pipeline pipeline) => pipeline.Jobs
        .SelectMany(j => j.Artifacts.SelectMany(a => a.Paths))
        .Concat(pipeline.Jobs.Select(j => Path.GetDirectoryName(j.ReportsDirectory)!.Replace('\\', '/')).Distinct(StringComparer.Ordinal))
        .Concat([RunFolder.Name, ".cake", ".git"]);

    private string OfFile(string path)
    {
        if (!_files.TryGetValue(path, out var digest))
        {
            var full = Path.Combine(surroundings.Root, path);
            _files[path] = digest = File.Exists(full) ? HashOf(full) : "none";
        }

        return digest;
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
