namespace PipelineKit.Licences.Tests.Reading;

public sealed class SbomTests
{
    [Fact]
    public void Reads_CycloneDX()
    {
        using var folder = new TemporaryFolder().With("bom.json", """
            { "bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": { "component": { "type": "application", "bom-ref": "app", "name": "app" } },
              "components": [
                { "type": "library", "bom-ref": "a", "name": "a", "version": "1", "purl": "pkg:npm/a@1", "licenses": [ { "license": { "id": "MIT" } }, { "license": { "name": "Apache 2.0" } } ],
                  "components": [ { "type": "library", "bom-ref": "in", "name": "in", "version": "1", "purl": "pkg:cargo/in@1", "licenses": [ { "expression": "MIT OR Apache-2.0" } ] } ] },
                { "type": "library", "bom-ref": "b", "group": "org.b", "name": "b", "version": "2", "purl": "pkg:maven/org.b/b@2", "scope": "excluded" },
                { "type": "file", "name": "x" } ],
              "dependencies": [ { "ref": "app", "dependsOn": [ "a", "b" ] }, { "ref": "a", "dependsOn": [ "in", "nowhere" ] } ] }
            """);

        Lines(folder.Scan(path: "bom.json")).ShouldBe(
        [
            "pkg:cargo/in@1 MIT OR Apache-2.0 transitive prod a@1>in@1",
            "pkg:maven/org.b/b@2 NOASSERTION direct dev org.b/b@2",
            "pkg:npm/a@1 MIT direct prod a@1",
        ]);
    }

    [Fact]
    public void Reads_SPDX()
    {
        using var folder = new TemporaryFolder().With("x.spdx.json", """
            { "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "documentDescribes": [ "SPDXRef-app" ],
              "packages": [
                { "SPDXID": "SPDXRef-app", "name": "app" },
                { "SPDXID": "SPDXRef-a", "name": "a", "versionInfo": "1", "licenseConcluded": "NOASSERTION", "licenseDeclared": "GPL-2.0+",
                  "externalRefs": [ { "referenceType": "purl", "referenceLocator": "pkg:pypi/a@1" } ] },
                { "SPDXID": "SPDXRef-b", "name": "b", "versionInfo": "2", "licenseConcluded": "ISC", "licenseDeclared": "NONE" },
                { "SPDXID": "SPDXRef-t", "name": "t", "licenseConcluded": "LicenseRef-x" } ],
              "relationships": [
                { "spdxElementId": "SPDXRef-app", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-a" },
                { "spdxElementId": "SPDXRef-b", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-a" },
                { "spdxElementId": "SPDXRef-t", "relationshipType": "DEV_DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-app" } ] }
            """);

        Lines(folder.Scan(path: "x.spdx.json")).ShouldBe(
        [
            "pkg:generic/b@2 ISC transitive prod a@1>b@2",
            "pkg:generic/t LicenseRef-x direct dev t",
            "pkg:pypi/a@1 GPL-2.0-or-later direct prod a@1",
        ]);
    }

    [Theory]
    [InlineData("{}", "PK6004")]
    [InlineData("{ \"spdxVersion\": \"SPDX-3.0\" }", "PK6004")]
    [InlineData("{", "PK6003")]
    public void Other_documents_are_problems(string text, string code)
    {
        using var folder = new TemporaryFolder().With("x.json", text);

        folder.Scan(path: "x.json").Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Too_deep_documents_are_problems()
    {
        using var folder = new TemporaryFolder().With("x.json", "{\"bomFormat\":" + new string('[', 100_000));

        folder.Scan(path: "x.json").Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6003");
    }

    [Fact]
    public void Documents_are_read_only_when_they_are_named()
    {
        using var folder = new TemporaryFolder().With("bom.json", "{}");

        folder.Scan().Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6006");
    }

    private static IEnumerable<string> Lines(LicenceReport report) => report.Packages.OrderBy(p => p.Package.Purl, StringComparer.Ordinal).Select(p =>
        $"{p.Package.Purl} {p.Conclusion.Text} {(p.Package.Direct ? "direct" : "transitive")} {(p.Package.Development ? "dev" : "prod")} {string.Join(">", p.Package.Path)}");
}
