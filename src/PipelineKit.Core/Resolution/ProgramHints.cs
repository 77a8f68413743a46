using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Which programs the machine itself must have for the jobs, and how each is installed. A toolchain's own program is not among them: its probe
/// tells more. A tool's program is where its stage says so: the tool needs no environment, whose install could bring it.
/// </summary>
internal static class ProgramHints
{
    /// <summary>Hints by the name of the program.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<BuiltJob> jobs)
    {
        var hints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (job, draft) in jobs)
        {
            foreach (var program in Programs(job).Where(p => !job.Toolchains.Any(t => t.Definition.Local.Probe is [var probed, ..] && probed == p)))
            {
                if ((Runner(job, program) ?? draft.Document.Hints.GetValueOrDefault(program)) is { } hint)
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
}
