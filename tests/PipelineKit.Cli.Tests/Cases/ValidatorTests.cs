using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Cases;

/// <summary>
/// Every generated file of every example and ok-case passes judges that are not ours (<c>tests/validators</c>). A missing validator fails the
/// run; <c>PIPELINEKIT_SKIP_VALIDATORS=1</c> skips it, and is reported as skipped.
/// </summary>
public sealed class ValidatorTests
{
    private static readonly string Folder = Path.Combine(TestFolders.Repository, "tests", "validators");

    [Fact]
    public void GitHub_accepts_every_workflow() => Judge("github.mjs", Outputs(path => path.EndsWith(".yml", StringComparison.Ordinal) && Contains(path, ".github", "workflows")));

    [Fact]
    public void Forgejo_accepts_every_workflow() => Judge("forgejo.mjs", Outputs(path => path.EndsWith(".yml", StringComparison.Ordinal) && (Contains(path, ".forgejo", "workflows") || Contains(path, ".gitea", "workflows"))), 3);

    [Fact]
    public void GitLab_accepts_every_pipeline() => Judge("gitlab.mjs", Outputs(path => path.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal) || (path.EndsWith(".yml", StringComparison.Ordinal) && Contains(path, ".gitlab", ""))));

    [Fact]
    public void Every_validator_bites() => Node("self-test.mjs", []);

    [Fact]
    public void The_schema_of_the_spec_accepts_every_spec_that_the_program_accepts() =>
        Node("schema.mjs", [Path.Combine(TestFolders.Repository, "docs", "pipelinekit.schema.json"), .. Outputs(path => Path.GetFileName(path) == "pipelinekit.yml" && !HasNamesOfItsOwn(path))]);

    // The schema that is published knows the built-in stages and tools; a repository with others, or with those of a pack, has one of its own, which
    // `pipelinekit schema` writes.
    private static bool HasNamesOfItsOwn(string spec)
    {
        if (File.ReadLines(spec).Any(line => line.StartsWith("extends:", StringComparison.Ordinal)))
        {
            return true;
        }

        var tools = Path.Combine(Path.GetDirectoryName(spec)!, ".pipelinekit", "tools");
        return Directory.Exists(tools) && Directory.GetFiles(tools).Any(f => !File.Exists(Path.Combine(TestFolders.Repository, "templates", "tools", Path.GetFileName(f))));
    }

    private static void Judge(string validator, List<string> files, int atLeast = 5)
    {
        files.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        Node(validator, files);
    }

    private static void Node(string script, IReadOnlyList<string> args)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1", "PIPELINEKIT_SKIP_VALIDATORS=1");
        var result = Tool.Run(Folder, "node", [script, .. args]);
        result.Exit.ShouldNotBe(3, "run dotnet cake --target=set-up first: " + result.Error);
        result.Exit.ShouldBe(0, result.ToString());
    }

    private static List<string> Outputs(Func<string, bool> wanted)
    {
        var roots = new[] { TestFolders.Examples, Path.Combine(TestFolders.Cases, "ok") };
        return
        [
            .. roots.Where(Directory.Exists)
                .SelectMany(r => Directory.EnumerateFiles(r, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
                .Where(f => !Contains(f, "node_modules", "") && wanted(f))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Contains(string path, string folder, string next)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var at = Array.IndexOf(parts, folder);
        return at >= 0 && (next.Length == 0 || (at + 1 < parts.Length && parts[at + 1] == next));
    }
}
