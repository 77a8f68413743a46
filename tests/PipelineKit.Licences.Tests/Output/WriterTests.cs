using System.Text;
using PipelineKit.Licences.Output;

namespace PipelineKit.Licences.Tests.Output;

public sealed class WriterTests
{
    public static TheoryData<string> Formats => [.. LicenceReportWriters.All.Select(writer => writer.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Writes_what_is_recorded(string format)
    {
        using var project = Sample.Project();

        var (code, output, _) = Run(project, format);

        code.ShouldBe(1);
        output.ShouldEndWith("\n");
        output.ShouldNotContain('\r');
        output.ShouldNotContain('\u0007');
        Fixture.ShouldBeFile(output, $"output/{format}.txt");
    }

    [Fact]
    public void Every_recorded_output_belongs_to_a_format() =>
        Directory.EnumerateFiles(Fixture.Path("output")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
            .ShouldBe(LicenceReportWriters.All.Select(writer => writer.Format).Append("explain").Append("stderr").Order(StringComparer.Ordinal));

    [Fact]
    public void Explains_the_chain_of_evidence()
    {
        using var project = Sample.Project();

        var texts = ((string[])["bad", "bsd@1.0.0", "choice", "expired", "pkg:npm/%40dev/tool@1.0.0"]).Select(package => Run(project, "table", package).Output);

        Fixture.ShouldBeFile(string.Join("\n", texts), "output/explain.txt");
        Run(project, "table", "nothing").ShouldBe((2, "", "note PK6010: the exception for \"unneeded\" is not needed: no such package, or the policy allows it\nerror: the report holds no package \"nothing\"\n"));
    }

    [Fact]
    public void Failures_and_problems_go_to_the_error_stream()
    {
        using var project = Sample.Project();

        Fixture.ShouldBeFile(Run(project, "json").Errors, "output/stderr.txt");
    }

    [Fact]
    public void Characters_that_turn_or_hide_text_are_shown_as_escapes()
    {
        using var project = new TemporaryFolder().With("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a\u202egnp\u200b": { "version": "1.0.0" } } }""");

        Run(project, "table").Output.ShouldContain("a\\u202egnp\\u200b  1.0.0");
    }

    [Fact]
    public void An_unknown_format_is_wrong_use()
    {
        using var project = Sample.Project();

        Run(project, "xml").ShouldBe((2, "", "error: unknown format \"xml\"; expected one of table, json, sarif, gitlab, markdown, cyclonedx, spdx, notices\n"));
    }

    [Theory]
    [InlineData("cyclonedx", "x.cdx.json")]
    [InlineData("spdx", "x.spdx.json")]
    public void Bills_of_materials_are_read_back_with_the_same_packages_and_licences(string format, string file)
    {
        using var tree = Reading.NpmComparisonTests.Tree();
        var report = tree.Scan();
        using var stream = new MemoryStream();
        LicenceReportWriters.Find(format)!.Write(report, stream);
        using var copy = new TemporaryFolder().With(file, Encoding.UTF8.GetString(stream.ToArray()));

        var again = copy.Scan(path: file);

        again.Problems.ShouldBeEmpty();
        again.Packages.Select(p => p.Package.Purl).ShouldBe(report.Packages.Select(p => p.Package.Purl));
        again.Packages.Select(p => p.Package.Direct).ShouldBe(report.Packages.Select(p => p.Package.Direct));
        again.Dependencies.ShouldBe(report.Dependencies);
        var known = report.Packages.Where(p => p.Conclusion.Expression is not null && p.Conclusion.Text.Contains("LicenseRef", StringComparison.Ordinal) is false).Select(p => p.Package.Purl).ToHashSet();
        known.Count.ShouldBeGreaterThan(500);
        again.Packages.Where(p => known.Contains(p.Package.Purl)).Select(p => p.Conclusion.Text)
            .ShouldBe(report.Packages.Where(p => known.Contains(p.Package.Purl)).Select(p => p.Conclusion.Text));
    }

    internal static (int Code, string Output, string Errors) Run(TemporaryFolder project, string format, string? explain = null)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var request = new LicenceScanRequest { Path = project.Path, Today = new DateOnly(2026, 3, 1), Policy = Sample.Policy, Name = "sample" };
        var code = LicenceCommand.Run(request, format, explain, output, errors);
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
