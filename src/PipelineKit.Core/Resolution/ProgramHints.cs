using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Which programs the machine itself must have for the jobs, and how each is installed. A toolchain's own program is not among them:
/// its probe tells more. A tool's program only where the job installs nothing, since an install could bring it.
/// </summary>
internal static class ProgramHints
{
    /// <summary>Hints by the name of the program.</summary>
    public static IReadOnlyDictionary<string, string> Of(SpecDocument spec, IReadOnlyList<Job> jobs, IStageCatalog catalog)
    {
        var ofTools = OfTools(spec, catalog);
        var hints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            foreach (var program in Programs(job).Where(p => !job.Toolchains.Any(t => t.Definition.Local.Probe is [var probed, ..] && probed == p)))
            {
                if ((Runner(job, program) ?? (job.Install is null ? ofTools.GetValueOrDefault(program) : null)) is { } hint)
                {
                    hints[program] = hint;
                }
            }
        }

        return hints;
    }

    private static IEnumerable<string> Programs(Job job) => job.Run.Select(c => c.Argv)
        .Concat(job.Install?.Run ?? [])
        .Select(argv => argv.Count > 0 && argv[0] is LiteralValue first ? first.Text : "")
        .Where(p => p.Length > 0 && !p.Contains('/', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    // A program that comes with a toolchain and starts the tool (npx, uvx).
    private static string? Runner(Job job, string program) =>
        job.Toolchains.Select(t => t.Definition.Local).FirstOrDefault(l => l.Programs.Contains(program, StringComparer.Ordinal))?.Hint;

    private static Dictionary<string, string> OfTools(SpecDocument spec, IStageCatalog catalog)
    {
        var hints = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var recipe in spec.Projects.SelectMany(p => p.Stages.SelectMany(s => StageTools.Of(s, p, catalog))).Select(t => t.Recipe).OfType<ToolRecipe>())
        {
            hints.TryAdd(recipe.Program, recipe.InstallHint);
        }

        return hints;
    }
}
