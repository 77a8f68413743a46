namespace PipelineKit.Licences.Tests.Reading;

public sealed class NpmLockTests
{
    private const string Lock = """
        {
          "name": "sample", "lockfileVersion": 3,
          "packages": {
            "": { "name": "sample", "dependencies": { "a": "1", "alias": "npm:real@1" }, "devDependencies": { "d": "1" }, "workspaces": ["packages/w"] },
            "packages/w": { "name": "w", "version": "9.0.0", "license": "GPL-3.0-only", "dependencies": { "b": "2" } },
            "node_modules/w": { "resolved": "packages/w", "link": true },
            "node_modules/a": { "version": "1.0.0", "license": "MIT", "dependencies": { "b": "1", "w": "*" } },
            "node_modules/a/node_modules/b": { "version": "1.0.0", "license": "ISC" },
            "node_modules/b": { "version": "2.0.0", "license": { "type": "Apache 2.0" } },
            "node_modules/alias": { "name": "real", "version": "1.0.0", "license": [ "MIT", { "type": "GPL-2.0" } ] },
            "node_modules/d": { "version": "1.0.0", "dev": true, "license": "GPL-3.0", "dependencies": { "@s/e": "1" } },
            "node_modules/@s/e": { "version": "1.0.0", "dev": true, "license": "UNLICENSED" },
            "node_modules/lost": { "version": "3.0.0" }
          }
        }
        """;

    [Fact]
    public void Reads_packages_with_licence_place_and_way()
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock);

        var report = folder.Scan();

        report.Packages.Select(p => $"{p.Package.Purl} | {p.Conclusion.Text} | {p.Outcome} | {p.Package.FoundAt} | {(p.Package.Direct ? "direct" : "transitive")} | {(p.Package.Development ? "dev" : "prod")} | {string.Join(" > ", p.Package.Path)}")
            .ShouldBe(
            [
                "pkg:npm/%40s/e@1.0.0 | LicenseRef-proprietary | Reported | package-lock.json:12 | transitive | dev | d@1.0.0 > @s/e@1.0.0",
                "pkg:npm/a@1.0.0 | MIT | Allowed | package-lock.json:7 | direct | prod | a@1.0.0",
                "pkg:npm/b@1.0.0 | ISC | Allowed | package-lock.json:8 | transitive | prod | a@1.0.0 > b@1.0.0",
                "pkg:npm/b@2.0.0 | Apache-2.0 | Allowed | package-lock.json:9 | direct | prod | b@2.0.0",
                "pkg:npm/d@1.0.0 | GPL-3.0-only | Reported | package-lock.json:11 | direct | dev | d@1.0.0",
                "pkg:npm/lost@3.0.0 | NOASSERTION | Denied | package-lock.json:13 | transitive | prod | lost@3.0.0",
                "pkg:npm/real@1.0.0 | MIT OR GPL-2.0-only | Allowed | package-lock.json:10 | direct | prod | real@1.0.0",
            ]);
        report.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Installed_files_speak_where_the_lock_is_silent()
    {
        using var folder = new TemporaryFolder()
            .With("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "version": "1.0.0" }, "node_modules/b": { "version": "1.0.0", "license": "SEE LICENSE IN TERMS.md" } } }""")
            .With("node_modules/a/package.json", """{ "name": "a", "version": "1.0.0", "licenses": [ { "type": "BSD", "url": "x" } ] }""")
            .With("node_modules/a/LICENSE", Data.DataFile.Text("texts/BSD-3-Clause").Replace("<year> <owner>", "2020 Somebody", StringComparison.Ordinal))
            .With("node_modules/b/TERMS.md", Data.DataFile.Text("texts/ISC"));

        var report = folder.Scan();

        report.Problems.ShouldBeEmpty();
        report.Packages.Select(p => p.Conclusion.Text).ShouldBe(["BSD-3-Clause", "ISC"]);
        report.Packages[0].Conclusion.Evidence.Select(step => $"{step.Location}: {step.Found.Split(' ')[0]} [{step.Rule}] {step.Result}").ShouldBe(
        [
            "node_modules/a/package.json: BSD [spelling] one of BSD-2-Clause, BSD-3-Clause; which one is not said",
            "node_modules/a/LICENSE: Copyright [licence text, similarity 1.00] BSD-3-Clause",
        ]);
    }

    [Theory]
    [InlineData("""{ "lockfileVersion": 1, "dependencies": {} }""", "PK6004")]
    [InlineData("""{ "lockfileVersion": 3, "packages": { """, "PK6003")]
    [InlineData("[]", "PK6003")]
    [InlineData("", "PK6003")]
    [InlineData("""{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/\ud800": { "version": "1" } } }""", "PK6003")]
    [InlineData("""{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/\u0000": { "version": "1" } } }""", "PK6003")]
    public void Files_that_cannot_be_used_are_problems_and_never_pass(string text, string code)
    {
        using var folder = new TemporaryFolder().With("package-lock.json", text);

        var report = folder.Scan();

        report.Problems.ShouldContain(problem => problem.Code == code && problem.Location.File == "package-lock.json");
        report.ExitCode.ShouldBe(3);
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        using var outside = new TemporaryFolder().With("package.json", """{ "license": "MIT" }""");
        using var folder = new TemporaryFolder()
            .With("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "version": "1.0.0" }, "node_modules/../../b": { "version": "1.0.0" }, "node_modules/c": { "version": "1.0.0" } } }""")
            .With("inside/package.json", """{ "license": "ISC" }""")
            .With("node_modules/x", "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "node_modules/a"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "node_modules/c"), Path.Combine(folder.Path, "inside"));

        var report = folder.Scan();

        report.Packages.Select(p => (p.Package.Name, p.Conclusion.Text)).ShouldBe([("../../b", "NOASSERTION"), ("a", "NOASSERTION"), ("c", "ISC")]);
        report.Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6005");
    }
}
