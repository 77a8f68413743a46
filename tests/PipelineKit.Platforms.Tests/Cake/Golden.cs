using System.Runtime.CompilerServices;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Compares text with a committed file in <c>golden/</c>; <c>PIPELINEKIT_UPDATE=1</c> writes it instead.</summary>
internal static class Golden
{
    public static void ShouldMatch(string text, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "golden", name);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path));
    }
}
