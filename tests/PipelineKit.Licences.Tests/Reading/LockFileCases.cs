using System.Text;

namespace PipelineKit.Licences.Tests.Reading;

/// <summary>
/// Lock files of every kind, whole, damaged, foreign and unknown: each file of <c>fixtures/locks</c> is a repository and what the scan
/// must say of it. A file that was not understood ends in exit code 3 with a file and a reason, never in "0 packages".
/// </summary>
public sealed class LockFileCases
{
    private const string Mark = "==== ";

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Fixture.Path("locks"), "*.txt").Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_or_refuses(string name)
    {
        var file = $"locks/{name}.txt";
        var sections = File.ReadAllText(Fixture.Path(file)).Split(Mark);
        using var folder = new TemporaryFolder();
        foreach (var section in sections[1..^1])
        {
            Write(section, folder);
        }

        var actual = Told(folder.Scan());

        Fixture.ShouldBeFile($"{string.Join(Mark, sections[..^1])}{Mark}says\n{actual}", file);
    }

    [Fact]
    public void No_case_is_a_silent_pass()
    {
        foreach (var name in Names)
        {
            File.ReadAllText(Fixture.Path($"locks/{name.Data}.txt")).Split(Mark)[^1].ShouldNotContain("exit code 0\n0 packages", Case.Sensitive, name.Data);
        }
    }

    [Theory]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters: ", "{a: ", "}")]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters: ", "[", "]")]
    [InlineData("yarn.lock", "__metadata:\n  version: 8\na: ", "{a: ", "}")]
    [InlineData("uv.lock", "version = 1\na = ", "[", "]")]
    [InlineData("uv.lock", "version = 1\na = ", "{a = ", "}")]
    [InlineData("poetry.lock", "a = ", "[", "")]
    [InlineData("package-lock.json", "{\"lockfileVersion\":3,\"packages\":", "{\"a\":", "}")]
    [InlineData("packages.lock.json", "{\"version\":1,\"dependencies\":", "{\"a\":", "}")]
    [InlineData("bun.lock", "{\"lockfileVersion\":1,\"packages\":", "[", "]")]
    [InlineData("Pipfile.lock", "{\"_meta\":", "{\"a\":", "}")]
    public void Deep_nesting_is_refused(string file, string head, string open, string close)
    {
        foreach (var depth in (int[])[70, 100_000])
        {
            using var folder = new TemporaryFolder().With(file, head + string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)));

            var report = folder.Scan();

            report.ExitCode.ShouldBe(3);
            report.Problems.ShouldContain(problem => problem.Code == "PK6003" && problem.Location.File == file);
        }
    }

    // "yarn.lock [bom] [crlf]": how the file is written besides its text.
    private static void Write(string section, TemporaryFolder folder)
    {
        var end = section.IndexOf('\n', StringComparison.Ordinal);
        var words = section[..end].Split(' ');
        var text = section[(end + 1)..];
        text = words.Contains("[cut]", StringComparer.Ordinal) ? text.TrimEnd() : text;
        text = words.Contains("[crlf]", StringComparer.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
        text = words.Contains("[bom]", StringComparer.Ordinal) ? "\uFEFF" + text : text;
        folder.With(words[0], text.Replace("<TAB>", "\t", StringComparison.Ordinal));
    }

    private static string Told(LicenceReport report)
    {
        var text = new StringBuilder().Append("exit code ").Append(report.ExitCode).Append('\n');
        text.Append(report.Packages.Length).Append(" packages\n");
        foreach (var decision in report.Packages)
        {
            var need = decision.Package.Development ? "development" : decision.Package.Direct ? "direct" : "transitive";
            text.Append($"{decision.Package.Label}: {decision.Conclusion.Text}, {decision.Outcome}, {need}\n");
        }

        foreach (var problem in report.Problems)
        {
            text.Append($"{problem.Location}: {problem.Severity} {problem.Code}: {problem.Message}\n");
        }

        return text.ToString();
    }
}
