namespace PipelineKit.Licences.Tests.Support;

/// <summary>The program of .NET pipelines as they run it: the projects of a solution, then the packages that their restore left.</summary>
public sealed class DotNetScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DotNetScriptTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SupportScripts.Folder, "dotnet-licences")).Append(Path.Combine(SupportScripts.Folder, "licences/spdx.txt")))
        {
            _folder.With($".pipelinekit/{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        Directory.CreateDirectory(Path.Combine(_folder.Path, "projects"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Projects_are_shipped_unless_they_are_tests_or_neither_packed_nor_published()
    {
        Project("Lib", "");
        Project("Many", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>", framework: "");
        Project("App", "<OutputType>Exe</OutputType><IsPackable>false</IsPackable>");
        Project("Web", "<IsPackable>false</IsPackable>", "Microsoft.NET.Sdk.Web");
        Project("Marked", "<IsTestProject>true</IsTestProject>");
        Project("Tested", "", items: "<PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"1.0.0\" />");
        Project("Helpers", "<IsPackable>false</IsPackable>");
        Project("Bench", "<OutputType>Exe</OutputType><IsPackable>false</IsPackable><IsPublishable>false</IsPublishable>");
        _folder.With("All.slnx", "<Solution>" + string.Concat(((string[])["Lib", "Many", "App", "Web", "Marked", "Tested", "Helpers", "Bench"]).Select(name => $"<Project Path=\"{name}/{name}.csproj\" />")) + "</Solution>");

        var run = await DotNetAsync("msbuild", ".pipelinekit/dotnet-licences/projects.proj", "-nologo", "-v:m", "-p:LicenceFolder=out/projects");

        run.Code.ShouldBe(0, run.Output + run.Errors);
        Directory.EnumerateFiles(Path.Combine(_folder.Path, "out/projects")).Select(file => File.ReadAllText(file).Trim().Split('|'))
            .Select(parts => $"{parts[0]} {Path.GetFileNameWithoutExtension(parts[1])} {Path.GetRelativePath(_folder.Path, parts[2]).Replace('\\', '/')}").Order(StringComparer.Ordinal)
            .ShouldBe(((string[])["development Bench", "development Helpers", "development Marked", "development Tested", "shipped App", "shipped Lib", "shipped Many", "shipped Web"])
                .Select(line => $"{line} {line.Split(' ')[1]}/obj/project.assets.json"));
    }

    [Fact]
    public async Task Packages_of_the_restore_decide()
    {
        Assets("App", "shipped", """
            "A/1.0.0": { "type": "package", "dependencies": { "B": "1.0.0" } }, "B/1.0.0": { "type": "package" }, "Tool/1.0.0": { "type": "package" }, "Old/1.0.0": { "type": "package" },
            "File/1.0.0": { "type": "package" }, "Lib/1.0.0": { "type": "project", "dependencies": { "C": "1.0.0" } }, "C/1.0.0": { "type": "package" }
            """, """ "A": { "target": "Package" }, "Tool": { "target": "Package", "suppressParent": "All" }, "Old": {}, "File": {} """);
        Assets("App.Tests", "development", """ "T/1.0.0": { "type": "package" } """, """ "T": {} """);
        Package("A", "<license type=\"expression\">MIT</license>");
        Package("B", "<license type=\"expression\">MIT AND GPL-3.0-only</license>");
        Package("C", "<license type=\"expression\">GPL-2.0-or-later</license>");
        Package("Tool", "<license type=\"expression\">LGPL-3.0-only</license>");
        Package("Old", "<licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>");
        Package("File", "<license type=\"file\">LICENSE\u202e.txt</license>");
        Package("T", "<license type=\"expression\">GPL-3.0-only</license>");
        var build = await DotNetAsync("build", ".pipelinekit/dotnet-licences/check.csproj", "--nologo", "-v", "q");
        build.Code.ShouldBe(0, build.Output);

        var run = await CheckAsync("""{ "allow": ["MIT"], "exceptions": { "file@1.0.0": "read by a person" } }""");
        run.Code.ShouldBe(10, run.Errors);
        run.Output.ShouldBe("B 1.0.0: MIT AND GPL-3.0-only is denied: no list names GPL-3.0-only\nC 1.0.0: GPL-2.0-or-later is denied: no list names GPL-2.0-only\n6 packages, 2 not allowed\n");
        var summary = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out/summary.md"), TestContext.Current.CancellationToken);
        summary.ShouldContain("| B 1.0.0 | MIT AND GPL-3.0-only | denied |");
        summary.ShouldContain("| Tool 1.0.0 | LGPL-3.0-only | ignored |");
        summary.ShouldContain("| File 1.0.0 | the file LICENSE .txt | excepted | read by a person |");

        (await CheckAsync("""{ "deny": ["GPL-3.0-only"], "dev": "enforce" }""")).Output.ShouldContain("T 1.0.0: GPL-3.0-only is denied");
        (await CheckAsync("""{ "allow": ["MIT", "GPL-2.0-or-later", "GPL-3.0-only"], "unknown": "allow" }""")).Output.ShouldBe("6 packages, 0 not allowed\n");
        await BrokenAsync("""{ "allow": ["nonsense"] }""", "neither one SPDX identifier");
        Assets("App", "shipped", """ "A/1.0.0": { "type": "package" } """, """ "A": {}, "Lost": {} """);
        await BrokenAsync("""{ "allow": ["MIT"] }""", "App.csproj asks for Lost, which its restore does not hold");
        _folder.With("App/project.assets.json", "{}");
        await BrokenAsync("""{ "allow": ["MIT"] }""", "App.csproj was not restored");
        File.Delete(Path.Combine(_folder.Path, "projects/App.txt"));
        await BrokenAsync("""{ "allow": ["MIT"] }""", "none of 1 projects is shipped");
    }

    private async Task BrokenAsync(string policy, string error)
    {
        var run = await CheckAsync(policy);
        run.Code.ShouldBe(1, run.Output);
        run.Errors.ShouldContain(error);
    }

    private void Project(string name, string properties, string sdk = "Microsoft.NET.Sdk", string framework = "<TargetFramework>net10.0</TargetFramework>", string items = "") =>
        _folder.With($"{name}/{name}.csproj", $"<Project Sdk=\"{sdk}\"><PropertyGroup>{framework}{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>");

    private void Assets(string name, string kind, string libraries, string dependencies) => _folder
        .With($"projects/{name}.txt", $"{kind}|{_folder.Path}/{name}.csproj|{_folder.Path}/{name}/project.assets.json\n")
        .With($"{name}/project.assets.json", $$"""
            { "version": 3, "targets": { "net10.0": { {{libraries}} } }, "packageFolders": { "{{_folder.Path}}/packages/": {} },
              "project": { "frameworks": { "net10.0": { "dependencies": { {{dependencies}} } } } } }
            """);

    private void Package(string id, string licence) => _folder.With(
        $"packages/{id.ToLowerInvariant()}/1.0.0/{id.ToLowerInvariant()}.nuspec", $"<package><metadata><id>{id}</id><version>1.0.0</version>{licence}</metadata></package>");

    private Task<(int Code, string Output, string Errors)> CheckAsync(string policy)
    {
        _folder.With("policy.json", policy);
        return DotNetAsync("run", "--no-build", "--project", ".pipelinekit/dotnet-licences/check.csproj", "--", "--policy=policy.json", "--projects=projects", "--report=out/report.json", "--summary=out/summary.md");
    }

    private Task<(int Code, string Output, string Errors)> DotNetAsync(params string[] arguments) =>
        SupportScripts.RunAsync("dotnet", arguments, "", _folder.Path, TestContext.Current.CancellationToken);
}
