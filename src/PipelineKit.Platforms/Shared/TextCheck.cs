using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Finds the one character that neither an argument, nor a variable, nor a YAML file can carry.</summary>
internal static class TextCheck
{
    /// <summary>Where a job holds the character NUL, in words.</summary>
    public static IEnumerable<string> NulIn(Job job)
    {
        foreach (var command in job.Run.Where(c => HasNul(c.Script) || HasNul(c.Stdout) || c.Argv.OfType<LiteralValue>().Any(a => HasNul(a.Text))))
        {
            yield return $"command \"{command.Name}\"";
        }

        foreach (var (name, _) in job.Env.Where(e => e.Value is LiteralValue literal && HasNul(literal.Text)))
        {
            yield return $"variable {name}";
        }

        if (job.Install?.Run.Any(argv => argv.OfType<LiteralValue>().Any(a => HasNul(a.Text))) == true)
        {
            yield return "the install";
        }
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
