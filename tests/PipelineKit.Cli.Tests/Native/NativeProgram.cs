using System.Runtime.InteropServices;
using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Native;

/// <summary>The program as one native file, published once for all tests: in a folder of its own, so that no build beside it is disturbed.</summary>
public sealed class NativeProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-native-").FullName;

    public NativeProgram() =>
        Publication = Tool.Run(
            TestFolders.Repository,
            "dotnet",
            ["publish", "src/PipelineKit.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--artifacts-path", Path.Combine(_folder, "artifacts"), "-o", Output, "--nologo"]);

    /// <summary>Where it was published to.</summary>
    public string Output => Path.Combine(_folder, "out");

    /// <summary>What <c>dotnet publish</c> said.</summary>
    internal CliResult Publication { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs the file in a folder.</summary>
    internal CliResult Run(string folder, params string[] args) => Tool.Run(folder, Path.Combine(Output, "pipelinekit"), args);
}
