namespace PipelineKit.Execution.Tests.Running;

/// <summary>What a whole pipeline gave on one platform.</summary>
/// <param name="Platform"><c>cake</c>, <c>run</c> or <c>gitlab</c>.</param>
/// <param name="ExitCode">Exit code of the process that ran it.</param>
/// <param name="Output">All that was printed.</param>
/// <param name="Jobs">Exit codes of the jobs that ran, by id; of a matrix the first leaf that failed, else the last.</param>
/// <param name="Folders">Working folder of each job, in which its reports lie.</param>
/// <param name="Commands">The command lines that were started, each once, sorted; redirections and quotes left as printed.</param>
internal sealed record RunResult(
    string Platform,
    int ExitCode,
    string Output,
    IReadOnlyDictionary<string, int> Jobs,
    IReadOnlyDictionary<string, string> Folders,
    IReadOnlyList<string> Commands)
{
    /// <summary>Ids of the jobs that failed, sorted.</summary>
    public IReadOnlyList<string> Failed => [.. Jobs.Where(j => j.Value != 0).Select(j => j.Key).Order(StringComparer.Ordinal)];

    public string ReportsOf(string job) => Path.Combine(Folders[job], "reports", job);

    /// <summary>The end of the output, for messages of failed tests.</summary>
    public string Tail => string.Join('\n', Output.Split('\n').TakeLast(150));
}
