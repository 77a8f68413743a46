using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init;

/// <summary>What git's own files say, read without starting git: remote, default branch.</summary>
internal sealed partial record GitFacts(string? RemoteUrl, string? DefaultBranch)
{
    /// <summary>The target of forges that read GitHub's workflows.</summary>
    public const string Forgejo = "forgejo";

    /// <summary><c>github</c>, <c>gitlab</c>, <c>forgejo</c>, or null when the remote does not tell.</summary>
    public string? Forge => RemoteHost(RemoteUrl) switch
    {
        null => null,
        var host when host.Contains("github", StringComparison.OrdinalIgnoreCase) => "github",
        var host when host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) => "gitlab",
        "codeberg.org" => Forgejo,
        var host when host.Contains("forgejo", StringComparison.OrdinalIgnoreCase) || host.Contains("gitea", StringComparison.OrdinalIgnoreCase) => Forgejo,
        _ => null,
    };

    public static GitFacts Of(string root)
    {
        if (FindGitFolder(root) is not { } git)
        {
            return new GitFacts(null, null);
        }

        var remote = OriginUrl().Match(Read(git, "config") ?? "");
        var branch = Branch(Read(git, "refs/remotes/origin/HEAD"), "refs/remotes/origin/");
        if (branch is null && Branch(Read(git, "HEAD"), "refs/heads/") is "main" or "master" or "trunk" or "develop")
        {
            branch = Branch(Read(git, "HEAD"), "refs/heads/");
        }

        return new GitFacts(remote.Success ? remote.Groups[1].Value.Trim() : null, branch);
    }

    private static string? FindGitFolder(string root)
    {
        var git = Path.Combine(root, ".git");
        if (Directory.Exists(git))
        {
            return git;
        }

        // A worktree or submodule: the file says where the folder is; its "commondir" says where the shared settings are.
        var pointer = TextFile.Read(git)?.Trim() ?? "";
        if (!pointer.StartsWith("gitdir: ", StringComparison.Ordinal))
        {
            return null;
        }

        var folder = Path.GetFullPath(Path.Combine(root, pointer["gitdir: ".Length..]));
        return Read(folder, "commondir") is { } common ? Path.GetFullPath(Path.Combine(folder, common.Trim())) : folder;
    }

    private static string? Read(string git, string file) => TextFile.Read(Path.Combine(git, file));

    private static string? Branch(string? reference, string prefix)
    {
        var text = reference?.Trim();
        return text?.StartsWith("ref: " + prefix, StringComparison.Ordinal) == true ? text[("ref: " + prefix).Length..] : null;
    }

    private static string? RemoteHost(string? url) => url is not null && Host().Match(url) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""\[remote "origin"\][^\[]*?\burl\s*=\s*([^\n]+)""", RegexOptions.None, 1000)]
    private static partial Regex OriginUrl();

    [GeneratedRegex("""^(?:[a-z+]+://)?(?:[^@/]+@)?([^:/]+)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Host();
}
