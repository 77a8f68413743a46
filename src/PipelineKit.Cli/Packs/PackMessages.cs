using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;

namespace PipelineKit.Cli.Packs;

/// <summary>Prints what is wrong with a pack where there is no run of a repository.</summary>
internal static class PackMessages
{
    public static void Print(CliEnvironment environment, DiagnosticBag diagnostics)
    {
        string? Source(string file)
        {
            var full = Path.Combine(environment.WorkingDirectory, file);
            return File.Exists(full) ? Core.Yaml.SourceText.ReadFile(full, file, new DiagnosticBag()) : null;
        }

        environment.Error.Write(DiagnosticPrinters.Find("text")!.Print(diagnostics.Sorted(), new PrintContext { SourceOf = Source }));
    }
}
