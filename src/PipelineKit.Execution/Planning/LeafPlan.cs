using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Planning;

/// <summary>One leaf of one job, ready to run: what of it depends on the matrix is filled in.</summary>
internal sealed class LeafPlan
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    /// <param name="job">The job.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="variables">The environment of the run.</param>
    public LeafPlan(Job job, Leaf leaf, IReadOnlyDictionary<string, string> variables)
    {
        _variables = variables;
        (Job, Leaf) = (job, leaf);
        Versions = job.Toolchains.ToDictionary(t => t.Id, t => Resolve(t.Version, null), StringComparer.Ordinal);
        ToolchainEnv = MakeToolchainEnv();
        Install = [.. (job.Install?.Run ?? []).Select(argv => Resolve(argv, null))];
        InstallKey = MakeInstallKey();
    }

    public Job Job { get; }

    public Leaf Leaf { get; }

    /// <summary>Wanted version by toolchain.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>Variables that tell toolchains their version. The other variables of toolchains make a CI machine out of a laptop.</summary>
    public IReadOnlyDictionary<string, string> ToolchainEnv { get; }

    public IReadOnlyList<IReadOnlyList<string>> Install { get; }

    /// <summary>Installs of one folder with the same key are one install.</summary>
    public string InstallKey { get; }

    public string Name => Leaf.Values.Count == 0 ? Job.Id : $"{Job.Id} ({Leaf.Text})";

    public IReadOnlyList<string> Resolve(IEnumerable<Value> values, IReadOnlyDictionary<string, string>? env) => [.. values.Select(v => Resolve(v, env))];

    /// <summary>The text of a value that is known before services run and secrets are given.</summary>
    /// <param name="value">The value.</param>
    /// <param name="env">Variables of the leaf so far; null while there are none.</param>
    public string Resolve(Value value, IReadOnlyDictionary<string, string>? env) => value switch
    {
        LiteralValue literal => literal.Text,
        MatrixValue matrix => Leaf.Find(matrix.Axis) ?? "",
        EnvReference reference => env?.GetValueOrDefault(reference.Name) ?? _variables.GetValueOrDefault(reference.Name) ?? "",
        _ => throw new InvalidOperationException($"{Job.Id}: a {value.GetType().Name} cannot stand here"),
    };

    private Dictionary<string, string> MakeToolchainEnv()
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in Job.Toolchains.SelectMany(t => t.Definition.Env).Where(e => VersionText.HasName(e.Value)))
        {
            if (VersionText.Fill(text, Versions) is { } value)
            {
                env[name] = value;
            }
        }

        return env;
    }

    // A leaf differs for the install by its arguments, by the versions that toolchains are told, and by axes that are not versions.
    private string MakeInstallKey()
    {
        var versionAxes = Job.Toolchains.Select(t => t.Version).OfType<MatrixValue>().Select(v => v.Axis).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', Install.Select(argv => string.Join('\0', argv))
            .Concat(ToolchainEnv.Select(e => e.Key + "=" + e.Value))
            .Concat(Leaf.Values.Where(v => !versionAxes.Contains(v.Key)).Select(v => v.Key + "=" + v.Value)));
    }
}
