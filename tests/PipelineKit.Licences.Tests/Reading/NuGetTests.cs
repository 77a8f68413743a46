namespace PipelineKit.Licences.Tests.Reading;

public sealed class NuGetTests
{
    private const string Assets = """
        {
          "version": 3,
          "targets": {
            "net10.0": {
              "A/1.0.0": { "type": "package", "dependencies": { "B": "1.0.0" } },
              "B/1.2.0": { "type": "package" },
              "Analyser/1.0.0": { "type": "package", "dependencies": { "C": "1.0.0" } },
              "C/1.0.0": { "type": "package" },
              "Lib/1.0.0": { "type": "project", "dependencies": { "D": "1.0.0" } },
              "D/1.0.0": { "type": "package" }
            }
          },
          "project": { "restore": { "projectPath": "C:\\src\\app\\App.csproj" }, "frameworks": { "net10.0": { "dependencies": {
            "A": { "target": "Package" }, "Analyser": { "target": "Package", "suppressParent": "All" } } } } }
        }
        """;

    [Fact]
    public void Assets_files_give_versions_ways_and_what_is_for_development()
    {
        using var packages = new TemporaryFolder();
        Add(packages, "a", "1.0.0", "<license type=\"expression\">MIT OR GPL-2.0</license><licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>");
        Add(packages, "b", "1.2.0", "<licenseUrl>http://www.apache.org/licenses/LICENSE-2.0.html</licenseUrl>");
        Add(packages, "analyser", "1.0.0", "<license type=\"file\">docs/LICENSE.txt</license><licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>");
        packages.With("analyser/1.0.0/docs/LICENSE.txt", Data.DataFile.Text("texts/LGPL-3.0-only"));
        Add(packages, "c", "1.0.0", "<licenseUrl>https://go.microsoft.com/fwlink/?LinkId=329770</licenseUrl>");
        using var folder = new TemporaryFolder().With("app/obj/project.assets.json", Assets)
            .With("app/App.csproj", "<Project>\n  <PackageReference Include=\"A\" />\n  <PackageReference Include=\"Analyser\" PrivateAssets=\"all\" />\n</Project>\n").With("app/packages.lock.json", "{}");

        var report = folder.Scan(packageFolders: packages.Path);

        report.Inputs.ShouldBe(["app/obj/project.assets.json"]);
        report.Packages.Select(p => $"{p.Package.Purl} | {p.Conclusion.Text} | {p.Outcome} | {(p.Package.Direct ? "direct" : "transitive")} | {(p.Package.Development ? "dev" : "prod")} | {string.Join(" > ", p.Package.Path)}")
            .ShouldBe(
            [
                "pkg:nuget/A@1.0.0 | MIT OR GPL-2.0-only | Allowed | direct | prod | A@1.0.0",
                "pkg:nuget/Analyser@1.0.0 | LGPL-3.0-only | Allowed | direct | dev | Analyser@1.0.0",
                "pkg:nuget/B@1.2.0 | Apache-2.0 | Allowed | transitive | prod | A@1.0.0 > B@1.2.0",
                "pkg:nuget/C@1.0.0 | LicenseRef-Microsoft-NET-Library | Reported | transitive | dev | Analyser@1.0.0 > C@1.0.0",
                "pkg:nuget/D@1.0.0 | NOASSERTION | Denied | transitive | prod | Lib@1.0.0 > D@1.0.0",
            ]);
        report.Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6007");
        report.Packages.Select(p => $"{p.Package.Name} {p.Package.FoundAt}").ShouldBe(
            ["A app/App.csproj:2", "Analyser app/App.csproj:3", "B app/App.csproj:2", "C app/App.csproj:3", "D app/App.csproj"]);
        report.Packages[0].Conclusion.Evidence[0].Location.File.ShouldBe(Path.GetFileName(packages.Path) + "/a/1.0.0/a.nuspec");
    }

    [Fact]
    public void Lock_files_are_read_where_nothing_was_restored()
    {
        using var packages = new TemporaryFolder();
        Add(packages, "a", "1.0.0", "<license type=\"expression\">MIT</license>");
        Add(packages, "b", "2.0.0", "<license type=\"expression\">0BSD</license>");
        using var folder = new TemporaryFolder().With("packages.lock.json", """
            { "version": 2, "dependencies": { "net10.0": {
              "A": { "type": "Direct", "resolved": "1.0.0", "dependencies": { "B": "2.0.0" } },
              "B": { "type": "Transitive", "resolved": "2.0.0" }, "my.lib": { "type": "Project" } } } }
            """);

        var report = folder.Scan(packageFolders: packages.Path);

        report.Packages.Select(p => $"{p.Package.Label} {p.Conclusion.Text} {string.Join(">", p.Package.Path)}").ShouldBe(["A@1.0.0 MIT A@1.0.0", "B@2.0.0 0BSD A@1.0.0>B@2.0.0"]);
        report.Packages.Select(p => p.Package.FoundAt.Line).ShouldBe([2, 3]);
        report.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_nuspec_in_its_own_spelling_is_found()
    {
        using var packages = new TemporaryFolder().With(
            "tool/1.0.0/Tool.nuspec", """<package><metadata><id>Tool</id><version>1.0.0</version><license type="expression">MIT</license></metadata></package>""");
        using var folder = new TemporaryFolder().With("packages.lock.json", """{ "version": 2, "dependencies": { "net10.0": { "tool": { "type": "Direct", "resolved": "1.0.0" } } } }""");

        folder.Scan(packageFolders: packages.Path).Packages.ShouldHaveSingleItem().Conclusion.Expression?.ToString().ShouldBe("MIT");
    }

    [Fact]
    public void A_malformed_nuspec_is_a_problem()
    {
        using var packages = new TemporaryFolder().With("a/1.0.0/a.nuspec", "<!DOCTYPE x [<!ENTITY e \"e\">]><package/>");
        using var folder = new TemporaryFolder().With("packages.lock.json", """{ "version": 2, "dependencies": { "net10.0": { "A": { "type": "Direct", "resolved": "1.0.0" } } } }""");

        folder.Scan(packageFolders: packages.Path).Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6003");
    }

    private static void Add(TemporaryFolder folder, string id, string version, string licence) => folder.With(
        $"{id}/{version}/{id}.nuspec",
        $"""<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>{id}</id><version>{version}</version>{licence}<description>d</description></metadata></package>""");
}
