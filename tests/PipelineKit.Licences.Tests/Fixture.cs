using System.Runtime.CompilerServices;

namespace PipelineKit.Licences.Tests;

/// <summary>Files beside the tests, and throw-away folders.</summary>
internal static class Fixture
{
    /// <summary>The folder of this file, whoever asks.</summary>
    public static string Project { get; } = Here();

    public static string Path(string relative) => System.IO.Path.Combine(Project, "fixtures", relative);

    public static bool Update => Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1";

    /// <summary>Compares with a committed file, or writes it when asked to.</summary>
    public static void ShouldBeFile(string actual, string relative)
    {
        var path = Path(relative);
        if (Update)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(File.ReadAllText(path));
    }

    private static string Here([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;
}
