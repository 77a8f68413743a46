using System.Text;

namespace PipelineKit.Licences.Tests.Reading;

/// <summary>Damaged files of every kind: the scan ends with a report, whatever they hold.</summary>
public sealed class HostileFileTests
{
    private const int Runs = 150;

    public static TheoryData<string, string> Inputs => new()
    {
        { "package-lock.json", """{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"1"}},"node_modules/a":{"version":"1","license":{"type":"MIT"},"dependencies":{"b":"1"}},"node_modules/b":{"resolved":"../b","link":true}}}""" },
        { "packages.lock.json", """{"version":2,"dependencies":{"net10.0":{"A":{"type":"Direct","resolved":"1.0.0","dependencies":{"B":"2"}},"B":{"type":"Transitive","resolved":"2.0.0"}}}}""" },
        { "obj/project.assets.json", """{"version":3,"targets":{"net10.0":{"A/1.0.0":{"type":"package","dependencies":{"B":"1"}},"B/1":{}}},"packageFolders":{"/x":{}},"project":{"frameworks":{"net10.0":{"dependencies":{"A":{"target":"Package","suppressParent":"All"}}}}}}""" },
        { "pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        version: 1.0.0(b@2)\npackages:\n  a@1.0.0: {}\n  '@s/c@3.0.0': {}\nsnapshots:\n  a@1.0.0(b@2):\n    dependencies:\n      '@s/c': 3.0.0\n  '@s/c@3.0.0': {}\n" },
        { "yarn.lock", "# yarn lockfile v1\n\"a@^1\", b@2:\n  version \"1.0.0\"\n  dependencies:\n    c \"^3\"\nc@^3:\n  version \"3.0.0\"\n" },
        { "berry/yarn.lock", "__metadata:\n  version: 8\n\"a@npm:^1, b@npm:2\":\n  version: 1.0.0\n  resolution: \"a@npm:1.0.0\"\n  dependencies:\n    c: \"npm:^3\"\n\"c@npm:^3\":\n  version: 3.0.0\n  resolution: \"c@npm:3.0.0\"\n" },
        { "bun.lock", """{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1",},},},"packages":{"a":["a@1.0.0","",{"dependencies":{"@s/b":"1"}},"sha512-x"],"a/@s/b":["@s/b@1.0.0","",{},"x"],}}""" },
        { "poetry.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\ngroups = [\"main\"]\n[package.dependencies]\nb = {version = \"*\", markers = \"x\"}\n[[package]]\nname = \"b\"\nversion = \"2\"\n[metadata]\nlock-version = \"2.1\"\n" },
        { "pdm.lock", "[metadata]\nlock_version = \"4.5.0\"\n[[package]]\nname = \"a\"\nversion = \"1\"\ngroups = [\"default\"]\ndependencies = [\"b>=2; os_name == 'nt'\"]\n" },
        { "Pipfile.lock", """{"_meta":{"pipfile-spec":6},"default":{"a":{"version":"==1"}},"develop":{"b":{"version":"==2","markers":"x"}}}""" },
        { "uv.lock", "version = 1\n[[package]]\nname = \"a\"\nversion = \"1\"\nsource = { virtual = \".\" }\ndependencies = [{ name = \"b\", extra = [\"x\"] }]\n[package.dev-dependencies]\ndev = [{ name = \"b\" }]\n[[package]]\nname = \"b\"\nversion = \"2\"\n" },
        { "bom.json", """{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","bom-ref":"a","name":"a","version":"1","purl":"pkg:npm/a@1","licenses":[{"license":{"name":"x","text":{"content":"y"},"url":"https://z"}}]}],"dependencies":[{"ref":"a","dependsOn":["b"]}]}""" },
        { "x.spdx.json", """{"spdxVersion":"SPDX-2.3","documentDescribes":["p"],"packages":[{"SPDXID":"a","name":"a","licenseConcluded":"MIT","externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/a@1"}]}],"relationships":[{"spdxElementId":"p","relationshipType":"DEPENDS_ON","relatedSpdxElement":"a"}]}""" },
        { ".venv/lib/python3/site-packages/a-1.dist-info/METADATA", "Name: a\nVersion: 1\nLicense: MIT\n  |x\nClassifier: License :: OSI Approved :: MIT License\nRequires-Dist: b (>=1) ; extra == \"x\"\n\n" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Damaged_files_give_a_report(string file, string text)
    {
        var random = new Random(5);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var folder = new TemporaryFolder().With(file, text);
        var path = Path.Combine(folder.Path, file);
        var scanned = file.Contains("bom", StringComparison.Ordinal) || file.Contains("spdx", StringComparison.Ordinal) ? file : "";
        folder.Scan(path: scanned).Packages.ShouldNotBeEmpty();
        for (var run = 0; run < Runs; run++)
        {
            File.WriteAllBytes(path, Damage(bytes, random));

            folder.Scan(path: scanned).ExitCode.ShouldBeInRange(0, 3);
        }
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_problem()
    {
        using var folder = new TemporaryFolder();

        var report = folder.Scan(path: "nowhere");

        report.Problems.ShouldHaveSingleItem().Code.ShouldBe("PK6006");
        report.ExitCode.ShouldBe(3);
    }

    [Fact]
    public void Endless_places_and_statements_are_refused_at_once()
    {
        using var folder = new TemporaryFolder()
            .With("package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"" + string.Concat(Enumerable.Repeat("node_modules/a/", 50_000)) + "\":{\"version\":\"1\"}}}")
            .With(".venv/lib/python3/site-packages/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n" + string.Concat(Enumerable.Range(0, 50_000).Select(at => $"License: Mine {at}\n")));

        var report = folder.Scan();

        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("longer than 4096 characters");
        report.Packages.ShouldHaveSingleItem().Conclusion.Evidence.ShouldHaveSingleItem().Rule.ShouldBe("too many statements");
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        byte[] marks = [.. "{}[]\",:\\\n \t'#@/0=-"u8, 0, 0xFF, 0xC3, 0xED];
        var damaged = bytes.ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at));
                    break;
                case 1:
                    damaged.InsertRange(at, Enumerable.Repeat(marks[random.Next(marks.Length)], random.Next(1, 200)));
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(0, Math.Min(random.Next(1, 80), damaged.Count)));
                    break;
                default:
                    damaged[at] = marks[random.Next(marks.Length)];
                    break;
            }

            if (damaged.Count == 0)
            {
                damaged.Add((byte)' ');
            }
        }

        return [.. damaged];
    }
}
