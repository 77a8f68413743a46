using System.Text;
using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>
/// Runs what a page shows. The remark above a block says what is done with it:
/// <list type="bullet">
/// <item><c>run in: FOLDER</c> begins in a copy of that folder of the repository, <c>run in: empty</c> in an empty one; git holds both;</item>
/// <item><c>run</c> goes on where the block before has ended;</item>
/// <item><c>write: PATH</c> puts the block into that file, beginning in an empty folder where nothing has begun, <c>write in FOLDER: PATH</c> in a copy of that one;</item>
/// <item><c>not run: REASON</c> leaves a console alone.</item>
/// </list>
/// A line with <c>…</c> alone stands for any lines of output.
/// </summary>
internal sealed partial class PageSession : IDisposable
{
    private const string Gap = "…";

    private readonly string _empty = Path.Combine(Directory.CreateTempSubdirectory("pipelinekit-").FullName, "shop");
    private RepositoryCopy? _copy;
    private string _folder = "";

    public static bool Knows(string remark) => remark == "run" || Keyed().IsMatch(remark);

    public void Dispose()
    {
        _copy?.Dispose();
        Directory.Delete(Path.GetDirectoryName(_empty)!, recursive: true);
    }

    /// <summary>The block as it would stand on the page if it was written now; what has gaps is compared and kept.</summary>
    public async Task<string> PlayAsync(PageBlock block)
    {
        var (what, argument) = block.Remark.Split(": ", 2) is [var w, var a] ? (w, a) : (block.Remark, "");
        if (what is "run in" || what.StartsWith("write in ", StringComparison.Ordinal) || (what == "write" && _copy is null))
        {
            Begin(what == "write" ? "empty" : what == "run in" ? argument : what["write in ".Length..]);
        }

        if (what.StartsWith("write", StringComparison.Ordinal))
        {
            _copy!.Write(argument, block.Text);
        }

        return what is "run" or "run in" && block.Language == "console" ? await RunAsync(block.Text) : block.Text;
    }

    private void Begin(string folder)
    {
        _copy?.Dispose();
        Directory.CreateDirectory(_empty);
        _copy = new RepositoryCopy(folder == "empty" ? _empty : Path.Combine(TestFolders.Repository, folder));
        _folder = _copy.Folder;
    }

    private async Task<string> RunAsync(string text)
    {
        var page = new StringBuilder();
        foreach (Match step in Steps().Matches(text))
        {
            var (command, shown) = (step.Groups[1].Value, step.Groups[2].Value);
            var printed = await PrintedAsync(command);
            page.Append("$ ").Append(step.Groups[1].Value).Append('\n').Append(IsSame(shown, printed) ? shown : printed + (shown is "\n" || shown.EndsWith("\n\n", StringComparison.Ordinal) ? "\n" : ""));
        }

        return page.ToString();
    }

    private async Task<string> PrintedAsync(string command)
    {
        var words = Words().Matches(Comment().Replace(command, "")).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value).ToList();
        if (words[0] == "cd")
        {
            _folder = Path.GetFullPath(Path.Combine(_folder, words[1]));
            return "";
        }

        var result = words[0] == "pipelinekit" && !words.Any(w => w is "|" or ">" or ">>" or "&&")
            ? await Support.Cli.RunAsync(_folder, [.. words.Skip(1)])
            : Tool.Run(_folder, "sh", ["-c", command]);
        // Blank lines at the end belong to the block and not to the output; an empty line separates steps on the page.
        var printed = string.Concat((result.Out + result.Error).TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));
        return printed == "\n" ? "" : printed;
    }

    private static bool IsSame(string shown, string printed)
    {
        var expected = shown.TrimEnd('\n');
        if (!expected.Split('\n').Contains(Gap))
        {
            return expected == printed.TrimEnd('\n');
        }

        var pattern = string.Join('\n', expected.Split('\n').Select(line => line == Gap ? "(?:[^\n]*\n)*?[^\n]*" : Regex.Escape(line)));
        return Regex.IsMatch(printed.TrimEnd('\n'), $@"\A{pattern}\z", RegexOptions.None, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex("^(?:run in|write|write in [^:]+|not run|file|part of|case): .")]
    private static partial Regex Keyed();

    [GeneratedRegex("^\\$ ([^\n]*)\n((?:(?!\\$ )[^\n]*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex("\\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\"([^\"]*)\"|'([^']*)'|\\S+")]
    private static partial Regex Words();
}
