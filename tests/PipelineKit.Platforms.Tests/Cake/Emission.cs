using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Emits a pipeline and gives the files by path.</summary>
internal static class Emission
{
    public static Dictionary<string, string> Of(Pipeline pipeline, string mainPath = "pipelinekit.cake", DiagnosticBag? diagnostics = null) =>
        new CakeEmitter().Emit(pipeline, new EmitContext(mainPath, new PinTable([], []), diagnostics ?? new()))
            .ToDictionary(f => f.Path, f => f.Text!, StringComparer.Ordinal);

    public static void WriteTo(string folder, Pipeline pipeline, string mainPath = "pipelinekit.cake")
    {
        foreach (var (path, text) in Of(pipeline, mainPath))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
