using System.IO.Compression;
using System.Text;
using PipelineKit.Core.Packs;
using Shouldly;

namespace PipelineKit.Core.Tests.Packs;

/// <summary>The same files are the same pack wherever they come from; what no pack may hold is refused in words.</summary>
public sealed class PackContentTests : IDisposable
{
    private const string Manifest = "pack: 1\nname: acme\nversion: 1.4.0\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_a_zip_file_and_an_archive_of_the_same_files_are_the_same_pack()
    {
        Write("pack.yml", Manifest.Replace("\n", "\r\n", StringComparison.Ordinal));
        Write("templates/stages/lint/ruff.sbn", "steps:\n");
        Write("templates/pins/tools.yml", "ruff: 0.16.4\n");
        Write("README.md", "for people");
        var folder = PackFolder.Read(_folder.Path, out _)!;

        var zip = PackZip.Read(Zip(("templates/pins/tools.yml", "ruff: 0.16.4\n"), ("README.md", "others"), ("pack.yml", Manifest), ("templates/stages/lint/ruff.sbn", "steps:\n")), "", out _)!;
        var inner = PackZip.Read(Zip(("pack/pack.yml", Manifest), ("pack/templates/stages/lint/ruff.sbn", "steps:\n"), ("pack/templates/pins/tools.yml", "ruff: 0.16.4\n"), ("x.nuspec", "")), "pack/", out _)!;

        folder.Paths.ShouldBe(["pack.yml", "templates/pins/tools.yml", "templates/stages/lint/ruff.sbn"]);
        zip.Hash.ShouldBe(folder.Hash);
        inner.Hash.ShouldBe(folder.Hash);
        PackArchive.Read(folder.Archive())!.Hash.ShouldBe(folder.Hash);
    }

    [Fact]
    public void Every_byte_counts()
    {
        string Hash(params (string, string)[] files) => PackZip.Read(Zip([("pack.yml", Manifest), .. files]), "", out _)!.Hash;

        string[] hashes =
        [
            Hash(),
            Hash(("templates/tools/a.yml", "")),
            Hash(("templates/tools/b.yml", "")),
            Hash(("templates/tools/a.yml", "x")),
            Hash(("templates/tools/a.yml", "x"), ("templates/tools/b.yml", "")),
        ];
        hashes.ShouldBeUnique();
    }

    [Theory]
    [InlineData("templates/stages/../../../evil.sbn", "leaves the repository")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("templates\\tools\\a.yml", "backslash")]
    [InlineData("templates/tools/con.yml", "Windows keeps")]
    [InlineData("templates/tools/A.yml", "once more in other letters")]
    [InlineData("../", "leaves the repository")]
    public void A_name_that_leads_astray_is_refused(string name, string why)
    {
        PackZip.Read(Zip(("pack.yml", Manifest), ("templates/tools/a.yml", ""), (name, "")), "", out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void What_would_fill_the_memory_is_refused()
    {
        PackZip.Read(Zip(("pack.yml", Manifest), ("templates/tools/a.yml", new string('x', 2 << 20))), "", out var large).ShouldBeNull();
        large.ShouldBe("templates/tools/a.yml is larger than 1 MiB");
        var many = Enumerable.Range(0, 5001).Select(i => ($"templates/tools/t{i}.yml", "")).ToArray();
        PackZip.Read(Zip([("pack.yml", Manifest), .. many]), "", out var crowd).ShouldBeNull();
        crowd.ShouldBe("it holds more than 5000 files");
    }

    [Fact]
    public void An_entry_that_is_a_link_is_refused()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("pack.yml");
            zip.CreateEntry("templates/support/x").ExternalAttributes = 0xA1FF << 16;
        }

        file.Position = 0;
        PackZip.Read(file, "", out var problem).ShouldBeNull();
        problem.ShouldBe("templates/support/x is a symbolic link");
    }

    [Theory]
    [InlineData("pack.yml\n5\nabc")]
    [InlineData("pack.yml\n-1\n")]
    [InlineData("../x\n0\n")]
    [InlineData("pack.yml\nx\n")]
    [InlineData("pack.yml")]
    public void A_broken_archive_is_none(string text) => PackArchive.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        file.Position = 0;
        return file;
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
