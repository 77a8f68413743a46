using System.Globalization;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Tags of the repository of an action, or of a tool that is released there, by <c>git ls-remote</c>. The day of a tag is that of its commit, which is fetched alone.</summary>
/// <param name="address">What stands before OWNER/NAME.</param>
internal sealed class GitTags(string address) : IPinSource
{
    private const string Prefix = "refs/tags/";

    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        var repository = $"{address.TrimEnd('/')}/{string.Join('/', package.Split('/').Take(2))}";
        var output = await ProgramRun.OutputAsync(Path.GetTempPath(), "git", ["ls-remote", "--tags", "--", repository], cancellation).ConfigureAwait(false);
        var commits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Where(l => l.Length == 2 && l[1].StartsWith(Prefix, StringComparison.Ordinal)))
        {
            // An annotated tag is listed twice; the second line has its commit.
            var name = line[1][Prefix.Length..];
            commits[name.EndsWith("^{}", StringComparison.Ordinal) ? name[..^3] : name] = line[0];
        }

        return [.. commits.Select(c => new Release(pin.Kind == PinKind.Action ? $"{c.Key}@{c.Value}" : c.Key.TrimStart('v'), token => DateAsync(repository, c.Value, token)))];
    }

    private static async Task<DateOnly?> DateAsync(string repository, string commit, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("pipelinekit-pins-").FullName;
        try
        {
            await ProgramRun.OutputAsync(folder, "git", ["init", "-q", "--bare"], cancellation).ConfigureAwait(false);
            await ProgramRun.OutputAsync(folder, "git", ["fetch", "-q", "--depth=1", "--", repository, commit], cancellation).ConfigureAwait(false);
            var date = await ProgramRun.OutputAsync(folder, "git", ["show", "-s", "--format=%cd", "--date=format-local:%Y-%m-%d", commit], cancellation).ConfigureAwait(false);
            return DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
