using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Reading;

public sealed class PythonTests
{
    /// <summary>Metadata of installed distributions against what a person reads in them.</summary>
    [Fact]
    public void Reads_installed_distributions_as_a_person_does()
    {
        using var site = new TemporaryFolder();
        foreach (var section in File.ReadAllText(Fixture.Path("python/metadata.txt")).Split("==== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = section.Split('\n', 2);
            site.With(Path.Combine("dist-packages", parts[0]), parts[1]);
        }

        var expected = File.ReadAllLines(Fixture.Path("python/expected.txt")).Where(line => line[0] != '#').Select(Sorted).ToList();

        var report = site.Scan(path: "dist-packages");

        report.Problems.ShouldBeEmpty();
        report.Packages.Select(p => Sorted($"{p.Package.Name}\t{Words(p.Conclusion.Expression)}")).ShouldBe(expected);
        expected.Count.ShouldBeGreaterThan(200);
        report.Packages.ShouldAllBe(p => p.Conclusion.Expression == null || p.Conclusion.Evidence.Length > 0);
    }

    [Theory]
    [InlineData("License-Expression: MIT OR Apache-2.0\nLicense: BSD\nClassifier: License :: OSI Approved :: BSD License", "MIT OR Apache-2.0")]
    [InlineData("License: MIT\nClassifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "MIT AND GPL-3.0-only")]
    [InlineData("License: see LICENSE.txt\nClassifier: License :: OSI Approved :: MIT License", "MIT")]
    [InlineData("License: MIT License\n        \n        Copyright (c) 2020 Somebody\n        \n        Permission is granted.", "MIT")]
    [InlineData("License: Copyright (c) 2020 Somebody\n        All rights reserved.\n        More text that is long enough to be no name at all, and says nothing that could be recognised by anybody.", "NOASSERTION")]
    [InlineData("License: UNKNOWN", "NOASSERTION")]
    [InlineData("Classifier: License :: Other/Proprietary License", "LicenseRef-proprietary")]
    [InlineData("Classifier: License :: OSI Approved", "NOASSERTION")]
    public void Weighs_the_fields_against_each_other(string fields, string expected)
    {
        using var site = new TemporaryFolder().With("site-packages/x-1.0.dist-info/METADATA", $"Metadata-Version: 2.1\nName: x\nVersion: 1.0\n{fields}\n\nLicense: GPL-3.0-only in the description\n");

        site.Scan(path: "site-packages").Packages.ShouldHaveSingleItem().Conclusion.Text.ShouldBe(expected);
    }

    [Fact]
    public void Finds_the_virtual_environment_and_the_way_to_each_distribution()
    {
        using var folder = new TemporaryFolder()
            .With(".venv/lib/python3.11/site-packages/a-1.0.dist-info/METADATA", "Name: A\nVersion: 1.0\nLicense: MIT\nRequires-Dist: b_c>=1 ; python_version > \"3\"\nRequires-Dist: d ; extra == \"x\"\n\n")
            .With(".venv/lib/python3.11/site-packages/b_c-2.0.dist-info/METADATA", "Name: B.C\nVersion: 2.0\nLicense: ISC\n\n")
            .With(".venv/lib/python3.11/site-packages/d-3.0.dist-info/METADATA", "Name: d\nVersion: 3.0\n\n")
            .With(".venv/lib/python3.11/site-packages/d-3.0.dist-info/licenses/LICENSE", Data.DataFile.Text("texts/Zlib"))
            .With(".venv/lib/python3.11/site-packages/own-1.0.dist-info/METADATA", "Name: own\nVersion: 1.0\n\n")
            .With(".venv/lib/python3.11/site-packages/own-1.0.dist-info/direct_url.json", "{\"dir_info\": {\"editable\": true}}");

        folder.Scan().Packages.Select(p => $"{p.Package.Purl} {p.Conclusion.Text} {string.Join(">", p.Package.Path)}")
            .ShouldBe(["pkg:pypi/a@1.0 MIT A@1.0", "pkg:pypi/b-c@2.0 ISC A@1.0>B.C@2.0", "pkg:pypi/d@3.0 Zlib d@3.0"]);
    }

    [Fact]
    public void Reads_uv_lock_with_what_is_installed()
    {
        using var folder = new TemporaryFolder().With("uv.lock", """
            version = 1
            requires-python = ">=3.11"

            [[package]]
            name = "app"
            version = "0.1.0"
            source = { editable = "." }
            dependencies = [
                { name = "httpx", extra = ["http2"] },
            ]

            [package.dev-dependencies]
            dev = [
                { name = "pytest" }, # the tests
            ]

            [[package]]
            name = "h11"
            version = "0.14.0"
            source = { registry = "https://pypi.org/simple" }
            wheels = [
                { url = "https://x/h11.whl", hash = "sha256:0", size = 58 },
            ]

            [[package]]
            name = "httpx"
            version = "0.27.0"
            source = { registry = "https://pypi.org/simple" }
            dependencies = [{ name = "h11", marker = "sys_platform == 'linux'" }]

            [[package]]
            name = "pytest"
            version = "8.0.0"
            source = { registry = "https://pypi.org/simple" }
            """)
            .With(".venv/lib/python3.12/site-packages/h11-0.14.0.dist-info/METADATA", "Name: h11\nVersion: 0.14.0\nLicense: MIT\n\n")
            .With(".venv/lib/python3.12/site-packages/httpx-0.27.0.dist-info/METADATA", "Name: httpx\nVersion: 0.27.0\nLicense-Expression: BSD-3-Clause\n\n");

        var report = folder.Scan();

        report.Packages.Select(p => $"{p.Package.Label} {p.Conclusion.Text} {p.Package.FoundAt} {(p.Package.Development ? "dev" : "prod")} {string.Join(">", p.Package.Path)}").ShouldBe(
        [
            "h11@0.14.0 MIT uv.lock:17 prod httpx@0.27.0>h11@0.14.0",
            "httpx@0.27.0 BSD-3-Clause uv.lock:25 prod httpx@0.27.0",
            "pytest@8.0.0 NOASSERTION uv.lock:31 dev pytest@8.0.0",
        ]);
        report.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("holds no licences, and 1 of its packages are not installed");
    }

    [Theory]
    [InlineData("[[package")]
    [InlineData("a = \"no end")]
    [InlineData("a = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("a = 1\n[a]\nb = 2")]
    public void Malformed_uv_lock_files_are_problems(string text)
    {
        using var folder = new TemporaryFolder().With("uv.lock", text);

        folder.Scan().Problems.ShouldContain(problem => problem.Code == "PK6003");
    }

    // What applies together has no order.
    private static string Sorted(string line)
    {
        var columns = line.Split('\t');
        return $"{columns[0]}\t{string.Join(" AND ", columns[1].Split(" AND ").Order(StringComparer.Ordinal))}";
    }

    private static string Words(LicenceExpression? expression) => expression switch
    {
        null => "NOASSERTION",
        LicenceConjunction all => string.Join(" AND ", all.Parts.Select(Words)),
        UnresolvedLicence { Candidates.IsEmpty: false } open => "one of " + string.Join(", ", open.Candidates),
        UnresolvedLicence open => "unknown: " + open.Spelling,
        _ => expression.ToString(),
    };
}
