namespace PipelineKitRunner;

/// <summary>One leaf of one job, ready to run: what of it depends on the matrix is filled in.</summary>
internal sealed class LeafPlan
{
    private readonly PipelineData _pipeline;

    public LeafPlan(PipelineData pipeline, JobInfo job, Leaf leaf)
    {
        _pipeline = pipeline;
        (Job, Leaf) = (job, leaf);
        Versions = job.Data.Toolchains.ToDictionary(t => t.Key, t => Resolve(t.Value, null), StringComparer.Ordinal);
        ToolchainEnv = MakeToolchainEnv();
        Install = [.. job.Data.Install.Select(c => Resolve(c, null))];
        InstallKey = MakeInstallKey();
    }

    public JobInfo Job { get; }

    public Leaf Leaf { get; }

    /// <summary>Wanted version by toolchain.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>Variables that tell toolchains their version.</summary>
    public IReadOnlyDictionary<string, string> ToolchainEnv { get; }

    public IReadOnlyList<IReadOnlyList<string>> Install { get; }

    /// <summary>Installs of one folder with the same key are one install.</summary>
    public string InstallKey { get; }

    public string Name => Leaf.Values.Count == 0 ? Job.Id : $"{Job.Id} ({Leaf.Text})";

    public IReadOnlyList<string> Resolve(Value[] values, IReadOnlyDictionary<string, string>? env) => [.. values.Select(v => Resolve(v, env))];

    public string Resolve(Value value, IReadOnlyDictionary<string, string>? env) => value.Kind switch
    {
        "literal" => value.Text,
        "matrix" => Leaf.Find(value.Text) ?? "",
        "env" => env?.GetValueOrDefault(value.Text) ?? Environment.GetEnvironmentVariable(value.Text) ?? "",
        _ => throw new InvalidOperationException($"{Job.Id}: a value of kind {value.Kind} cannot stand here"),
    };

    /// <summary>The text with {ID} replaced by the version of toolchain ID, or null when the job does not have that toolchain.</summary>
    public string? Fill(string text)
    {
        foreach (var version in Versions)
        {
            text = text.Replace("{" + version.Key + "}", version.Value, StringComparison.Ordinal);
        }

        return _pipeline.Toolchains.Keys.Any(id => text.Contains("{" + id + "}", StringComparison.Ordinal)) ? null : text;
    }

    private Dictionary<string, string> MakeToolchainEnv()
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Versions.Keys.Select(_pipeline.Toolchains.GetValueOrDefault).SelectMany(t => t?.Env ?? []))
        {
            if (Fill(entry.Value) is { } value)
            {
                env[entry.Key] = value;
            }
        }

        return env;
    }

    // A leaf differs for the install by its arguments, by the versions that toolchains are told, and by axes that are not versions.
    private string MakeInstallKey()
    {
        var versionAxes = Job.Data.Toolchains.Values.Where(v => v.Kind == "matrix").Select(v => v.Text).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', Install.Select(c => string.Join('\0', c))
            .Concat(ToolchainEnv.Select(e => e.Key + "=" + e.Value))
            .Concat(Leaf.Values.Where(v => !versionAxes.Contains(v.Key)).Select(v => v.Key + "=" + v.Value)));
    }
}
