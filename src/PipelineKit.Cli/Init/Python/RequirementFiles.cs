using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The requirement files of a project by what they are for.</summary>
/// <param name="Main">What the program needs: at most one file.</param>
/// <param name="Development">What its tests and tools need.</param>
/// <param name="Documentation">What its documentation needs: at most one file.</param>
/// <param name="Packages">Requirements of the first two kinds.</param>
internal sealed partial record RequirementFiles(
    IReadOnlyList<string> Main, IReadOnlyList<string> Development, IReadOnlyList<string> Documentation, IReadOnlyList<string> Packages)
{
    private static readonly string[] DocsFolders = ["docs", "doc"];

    public static RequirementFiles Of(RepositoryScan scan, string folder)
    {
        var inFolder = RepositoryScan.Join(folder, "requirements");
        var files = scan.Files(folder).Where(f => Form().IsMatch(f))
            .Concat(scan.Files(inFolder).Where(f => f.EndsWith(".txt", StringComparison.Ordinal)).Select(f => $"requirements/{f}")).ToList();
        var docs = files.Where(f => Docs().IsMatch(f)).ToList();
        var development = files.Except(docs, StringComparer.Ordinal).Where(f => Development_().IsMatch(f)).ToList();
        var main = files.Except(docs, StringComparer.Ordinal).Except(development, StringComparer.Ordinal)
            .Where(f => f is "requirements.txt" or "requirements/base.txt" or "requirements/requirements.txt" or "requirements/main.txt").Take(1).ToList();
        var beside = DocsFolders.Select(d => $"{d}/requirements.txt").Where(f => scan.Exists(RepositoryScan.Join(folder, f)));
        var used = main.Concat(development).Select(f => scan.Read(RepositoryScan.Join(folder, f)) ?? "");
        return new(main, development, [.. beside.Concat(docs).Take(1)], [.. used.SelectMany(Lines)]);
    }

    /// <summary>The requirements of a file's text.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0 && l[0] != '-');

    [GeneratedRegex("""^(requirements[\w.-]*|[\w-]+[-_.]requirements)\.txt$""", RegexOptions.None, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""(^|[-_./])docs?([-_.]|$)""", RegexOptions.None, 1000)]
    private static partial Regex Docs();

    [GeneratedRegex("""(^|[-_./])(dev|develop|development|tests?|testing|ci|lint)([-_.]|$)""", RegexOptions.None, 1000)]
    private static partial Regex Development_();
}
