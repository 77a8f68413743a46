using System.Runtime.CompilerServices;

namespace PipelineKit.Platforms.Tests.Cake.Frosting;

/// <summary>Golden files of the compiled project, in a folder of their own.</summary>
internal static class FrostingGolden
{
    public static void ShouldMatch(string text, string name, [CallerFilePath] string caller = "") => Golden.ShouldMatch(text, name, caller);
}
