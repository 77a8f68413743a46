using System.Diagnostics;
using PipelineKit.Licences.Output;

namespace PipelineKit.Licences.Tests.Output;

/// <summary>Bills of materials and SARIF against the schemas of their formats, by programs that are not PipelineKit's own.</summary>
public sealed class SchemaTests
{
    private static readonly string Validators = Path.Combine(Fixture.Project, "..", "validators");

    [Fact]
    public async Task Bills_of_materials_are_valid()
    {
        using var tree = Reading.NpmComparisonTests.Tree();
        using var sample = Sample.Project();
        using var hostile = Hostile();
        using var output = new TemporaryFolder();
        string[] formats = ["cyclonedx", "spdx"];
        var files = formats.SelectMany(format => ((TemporaryFolder[])[tree, sample, hostile]).Select((folder, at) =>
        {
            var path = Path.Combine(output.Path, $"{at}.{format}.json");
            using var stream = File.Create(path);
            LicenceReportWriters.Find(format)!.Write(folder.Scan(), stream);
            return path;
        })).ToList();

        await Check(Path.Combine(Fixture.Project, "validate", "sbom.mjs"), files);
    }

    [Fact]
    public async Task Sarif_is_valid()
    {
        using var sample = Sample.Project();
        using var hostile = Hostile();
        using var output = new TemporaryFolder();
        var files = ((TemporaryFolder[])[sample, hostile]).Select((folder, at) =>
        {
            var path = Path.Combine(output.Path, $"{at}.sarif");
            using var stream = File.Create(path);
            LicenceReportWriters.Find("sarif")!.Write(folder.Scan(Sample.Policy), stream);
            return path;
        }).ToList();

        await Check(Path.Combine(Validators, "sarif.mjs"), files);
    }

    private static TemporaryFolder Hostile() => new TemporaryFolder().With("package-lock.json", """
        { "lockfileVersion": 3, "packages": {
          "node_modules/a b\u0000<c>|\"'": { "version": "1 0\n", "license": "not <a> \"licence\" \u001b[31m" },
          "node_modules/%41@x?y#z": { "version": "", "license": "DocumentRef-d:LicenseRef-l" },
          "node_modules/é漢": { "version": "1.0.0", "license": "BSD-2-Clause-pos-unchanged" },
          "node_modules/@": { "version": "1", "license": "MIT WITH AdditionRef-q" },
          "node_modules/": { "version": "1", "license": "Apache-2.0+" } } }
        """);

    private static async Task Check(string script, List<string> files)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Validators, "node_modules", "ajv")), "run dotnet cake --target=set-up first");
        var start = new ProcessStartInfo("node", [script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output + errors);
    }
}
