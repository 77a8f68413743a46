using System.Globalization;
using System.Xml.Linq;
using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Examples;

/// <summary>A copy of an example in which <c>dotnet cake</c> runs for real.</summary>
internal sealed class ExecutedExample : IDisposable
{
    public ExecutedExample(string name)
    {
        Copy = new RepositoryCopy(Path.Combine(TestFolders.Examples, name));
        var restored = Tool.Run(Copy.Folder, "dotnet", ["tool", "restore"]);
        Assert.True(restored.Exit == 0, restored.ToString());
    }

    /// <summary>True when the run is to go on without tools that are not installed.</summary>
    public static bool IsSkipped { get; } = Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1";

    public RepositoryCopy Copy { get; }

    /// <summary>Reports a test as skipped where that was asked for. To be called in the tests, not in what they share.</summary>
    public static void SkipWhenAsked() => Assert.SkipWhen(IsSkipped, "PIPELINEKIT_SKIP_VALIDATORS=1");

    public void Dispose() => Copy.Dispose();

    public CliResult Cake(IReadOnlyDictionary<string, string?>? environment = null, params string[] arguments) =>
        Tool.Run(Copy.Folder, "dotnet", ["cake", .. arguments], environment);

    /// <summary>What the JUnit report of the tests counts.</summary>
    public (int Tests, int Failures, int Errors, int Skipped) Counts()
    {
        var suite = XDocument.Parse(Copy.Read("reports/test-coverage/junit.xml")).Root!.Element("testsuite")!;
        int Count(string name) => int.Parse(suite.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return (Count("tests"), Count("failures"), Count("errors"), Count("skipped"));
    }

    public void Replace(string path, string text, string by)
    {
        var before = Copy.Read(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        Copy.Write(path, before.Replace(text, by, StringComparison.Ordinal));
    }
}
