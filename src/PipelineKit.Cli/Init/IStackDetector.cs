namespace PipelineKit.Cli.Init;

/// <summary>Recognises projects of one stack.</summary>
internal interface IStackDetector
{
    /// <summary>Stack id.</summary>
    string Stack { get; }

    /// <summary>The file that makes the folder a project of this stack, or null.</summary>
    string? Evidence(RepositoryScan scan, string folder);

    /// <summary>Reads the project and chooses its options and stages.</summary>
    void Describe(RepositoryView view, DetectedProject project);
}
