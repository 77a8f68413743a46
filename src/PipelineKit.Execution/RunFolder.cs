namespace PipelineKit.Execution;

/// <summary>What runs leave for later ones: a folder of the working tree that git never sees and that may be deleted at any time.</summary>
public static class RunFolder
{
    /// <summary>The folder, relative to the repository.</summary>
    public const string Name = ".pipelinekit/run";

    /// <summary>Events of the last run, one JSON object per line.</summary>
    public const string Events = Name + "/events.jsonl";

    /// <summary>Everything that a job printed when it last ran.</summary>
    /// <param name="job">Id of the job.</param>
    public static string LogOf(string job) => $"{Name}/output/{job}.log";

    /// <summary>Seconds that jobs took when they last passed.</summary>
    internal const string Seconds = Name + "/seconds";

    /// <summary>Fingerprints and reports of leaves that passed.</summary>
    internal const string State = Name + "/state";

    /// <summary>Makes the folder, and the file by which git ignores it.</summary>
    internal static void Make(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Name)).FullName;
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }
}
