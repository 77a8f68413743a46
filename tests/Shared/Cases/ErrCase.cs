using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PipelineKit.TestCases;

/// <summary>
/// A folder of <c>tests/cases/err</c>: a repository as it stands, and what the program says about it. Beside the repository's own files it holds
/// <c>expected.txt</c> (diagnostics in text form), and where needed <c>expected-exit.txt</c> (exit code, 1 when absent), <c>command.txt</c>
/// (arguments, <c>generate</c> when absent) and <c>generate.txt</c> (files that are made, not committed; see <see cref="ErrCaseRecipe"/>).
/// The first word of its name says what it needs: <c>yaml</c> and <c>spec</c> the reader and the rules, <c>template</c> the stage library,
/// <c>output</c> and <c>pack</c> the whole program.
/// </summary>
internal sealed partial class ErrCase(string folder)
{
    private static readonly string[] OwnFiles = ["expected.txt", "expected-exit.txt", "command.txt", "generate.txt"];

    public string Name => Path.GetFileName(folder);

    public string Kind => Name.Split('-')[0];

    /// <summary>Arguments of the program.</summary>
    public string[] Command => Own("command.txt") is { } line ? line.Trim().Split(' ') : ["generate"];

    public int ExpectedExit => Own("expected-exit.txt") is { } code ? int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) : 1;

    public string Expected => Own("expected.txt") ?? "";

    /// <summary>Its spec, or null when that is made or missing.</summary>
    public string? Spec => Own("pipelinekit.yml");

    /// <summary>True when it only bites for a user who may not write everywhere.</summary>
    public bool NeedsOrdinaryUser => Own("generate.txt")?.Contains("readonly ", StringComparison.Ordinal) == true;

    public static bool Update => Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1";

    public static IReadOnlyList<ErrCase> All(params string[] kinds) =>
        [.. Directory.GetDirectories(Root()).Order(StringComparer.Ordinal).Select(f => new ErrCase(f)).Where(c => kinds.Length == 0 || kinds.Contains(c.Kind))];

    public static ErrCase Named(string name) => new(Path.Combine(Root(), name));

    /// <summary>Makes the repository in an empty folder.</summary>
    public void CopyTo(string destination)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(folder, file);
            if (!OwnFiles.Contains(relative))
            {
                var target = Path.Combine(destination, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        foreach (var line in (Own("generate.txt") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            ErrCaseRecipe.Make(line, destination);
        }
    }

    /// <summary>Compares, or writes the file when PIPELINEKIT_UPDATE is 1.</summary>
    public void ShouldSay(string actual)
    {
        if (Update)
        {
            File.WriteAllText(Path.Combine(folder, "expected.txt"), actual);
        }

        Assert.Equal(WithoutLists(Expected), WithoutLists(actual));
    }

    // What the library holds is listed in many messages; a new tool or stage must not break cases that are about something else.
    private static string WithoutLists(string text) => Lists().Replace(text, "$1 …");

    [GeneratedRegex("((?:one of|there are)) \"[^\"\n]*\"(?:, \"[^\"\n]*\")+(?: and [0-9]+ more)?")]
    private static partial Regex Lists();

    private string? Own(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "cases", "err"));
}
