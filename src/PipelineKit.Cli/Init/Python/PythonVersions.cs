using System.Text.RegularExpressions;
using PipelineKit.Cli.Init.Facts;
using PipelineKit.Cli.Init.Versions;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The Python versions of a project: the owner's matrix, then classifiers, then tox and nox, then the range, then a version file.</summary>
internal static partial class PythonVersions
{
    public static void Choose(RepositoryView view, DetectedProject project, PythonManifest manifest)
    {
        var lines = view.Languages.Of("python");
        var range = manifest.Range;
        foreach (var (listed, place, said) in Lists(view, manifest))
        {
            if (VersionChoice.OfList(lines, listed, range?.Range) is { Count: > 0 } versions)
            {
                VersionChoice.Apply(project, lines, versions, said, place, listed);
                return;
            }
        }

        if (range is { } found)
        {
            if (VersionChoice.OfRange(lines, found.Range) is { Count: > 0 } versions)
            {
                VersionChoice.Apply(project, lines, versions, $"the lowest and the newest supported ones of \"{found.Range}\"", found.Place);
                return;
            }

            project.ByHand($"no supported Python is in \"{found.Range}\": the pipeline takes its default; widen the range or name `versions`", found.Place);
        }
    }

    private static IEnumerable<(IReadOnlyList<string> Versions, Place Place, string Said)> Lists(RepositoryView view, PythonManifest manifest)
    {
        foreach (var owner in view.Owner.Versions.Where(v => v.OfMatrix && v.Key.Contains("python", StringComparison.OrdinalIgnoreCase)).OrderByDescending(v => v.Versions.Count))
        {
            yield return (owner.Versions, owner.Place, "the matrix of the owner's pipeline");
        }

        if (manifest.Classifiers is { } classifiers)
        {
            yield return (classifiers.Versions, classifiers.Place, "classifiers");
        }

        if ((manifest.Tox.Text("tox", "envlist") ?? manifest.Tox.Text("tox", "env_list")) is { } environments)
        {
            yield return ([.. ToxVersions(environments)], manifest.At("tox.ini", manifest.Tox.Line("tox", "envlist")), "the environments of tox");
        }

        if (manifest.Read("noxfile.py") is { } nox)
        {
            yield return ([.. QuotedVersion().Matches(nox).Select(m => m.Groups[1].Value)], manifest.At("noxfile.py", 0), "the sessions of nox");
        }

        foreach (var owner in view.Owner.Versions.Where(v => !v.OfMatrix && v.Key.Contains("python", StringComparison.OrdinalIgnoreCase)))
        {
            yield return (owner.Versions, owner.Place, "the owner's pipeline");
        }

        if (manifest.Range is null && manifest.Read(".python-version") is { } file)
        {
            yield return (file.Split('\n', StringSplitOptions.RemoveEmptyEntries), manifest.At(".python-version", 1), "the version file");
        }
    }

    // py311, py{310,311}, 3.12
    private static IEnumerable<string> ToxVersions(string environments)
    {
        foreach (Match match in ToxVersion().Matches(ToxBraces().Replace(environments, m => string.Join(",", m.Groups[1].Value.Split(',').Select(v => "py" + v.Trim())))))
        {
            yield return match.Groups[1].Success ? "3." + match.Groups[1].Value : match.Groups[2].Value;
        }
    }

    [GeneratedRegex("""py\{([\d, ]+)\}""", RegexOptions.None, 1000)]
    private static partial Regex ToxBraces();

    [GeneratedRegex("""py3\.?(\d+)|\b(3\.\d+)\b""", RegexOptions.None, 1000)]
    private static partial Regex ToxVersion();

    [GeneratedRegex("""["'](3\.\d+)["']""", RegexOptions.None, 1000)]
    private static partial Regex QuotedVersion();
}
