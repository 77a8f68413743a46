namespace PipelineKitRunner;

/// <summary>The whole data section.</summary>
internal sealed class PipelineData
{
    public List<JobInfo> Jobs { get; } = [];

    public Dictionary<string, ToolchainData> Toolchains { get; } = new(StringComparer.Ordinal);

    /// <summary>Program name to how it is installed.</summary>
    public Dictionary<string, string> Hints { get; } = new(StringComparer.Ordinal);

    public JobInfo? Find(string id) => Jobs.Find(j => string.Equals(j.Id, id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A job with its name.</summary>
internal sealed record JobInfo(string Id, JobData Data)
{
    public string Stage => Data.Stage ?? Id;

    public string Title => Data.Title ?? Id;

    /// <summary>Folder of its reports, as on the CI platforms.</summary>
    public string Reports => Data.Reports ?? (Data.Directory == "." ? "" : Data.Directory + "/") + ".reports/" + Id;

    /// <summary>Runs when its stage is asked for.</summary>
    public bool ByDefault => !Data.OnRequest && !Data.Publishes && Data.Platform is null;

    /// <summary>Counted by the quality gate, and run by it.</summary>
    public bool InGate => Data.Gate && !Data.OnRequest && Data.Platform is null;
}
