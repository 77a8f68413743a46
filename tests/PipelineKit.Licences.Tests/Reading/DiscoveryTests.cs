namespace PipelineKit.Licences.Tests.Reading;

public sealed class DiscoveryTests
{
    private const string Lock = """{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "version": "1.0.0", "license": "MIT" } } }""";

    [Fact]
    public void Searches_the_folders_of_the_project_and_no_others()
    {
        using var folder = new TemporaryFolder();
        foreach (var place in (string[])["", "web", "deep/er", "node_modules/a", "bin", ".hidden", "fixtures/one", "services/fixtures"])
        {
            folder.With(Path.Combine(place, "package-lock.json"), Lock);
        }

        var report = LicenceScan.Run(new LicenceScanRequest { Path = folder.Path, Today = new DateOnly(2026, 3, 1), Exclude = ["fixtures"] });

        report.Inputs.ShouldBe(["package-lock.json", "deep/er/package-lock.json", "services/fixtures/package-lock.json", "web/package-lock.json"]);
        report.Packages.ShouldHaveSingleItem();
        report.Name.ShouldBe(Path.GetFileName(folder.Path));
    }

    [Fact]
    public void A_named_file_is_read_alone()
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock).With("web/package-lock.json", Lock);

        folder.Scan(path: "web/package-lock.json").Inputs.ShouldBe(["package-lock.json"]);
    }

    [Fact]
    public void The_same_package_in_two_places_is_one()
    {
        using var folder = new TemporaryFolder()
            .With("a/package-lock.json", """{ "lockfileVersion": 3, "packages": { "": { "dependencies": { "x": "1" } }, "node_modules/x": { "version": "1.0.0", "license": "MIT", "dependencies": { "y": "1" } }, "node_modules/y": { "version": "1.0.0", "license": "ISC" } } }""")
            .With("b/package-lock.json", """{ "lockfileVersion": 3, "packages": { "": { "devDependencies": { "y": "1" } }, "node_modules/y": { "version": "1.0.0", "license": "ISC", "dev": true } } }""");

        var package = folder.Scan().Packages.Single(p => p.Package.Name == "y").Package;

        package.Direct.ShouldBeTrue();
        package.Development.ShouldBeFalse();
        package.Path.ShouldBe(["x@1.0.0", "y@1.0.0"]);
        package.FoundAt.File.ShouldBe("a/package-lock.json");
    }
}
