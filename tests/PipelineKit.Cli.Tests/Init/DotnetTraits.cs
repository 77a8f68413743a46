namespace PipelineKit.Cli.Tests.Init;

/// <summary>Properties of .NET repositories.</summary>
internal static class DotnetTraits
{
    private const string Test = "tests/Thing.Tests/Thing.Tests.csproj";

    public static Trait[] Solutions { get; } =
    [
        new("one solution", ["Thing.sln=Project(\"{A}\") = \"Thing\", \"src\\Thing\\Thing.csproj\", \"{B}\""], ["solution: Thing.sln"], []),
        new("two solutions", ["A.slnx=<Solution />", "Thing.slnx=<Solution><Project Path=\"src/Thing/Thing.csproj\" /></Solution>"], ["solution: Thing.slnx"], []),
        new("with lock files", ["Thing.slnx=<Solution />", "src/Thing/packages.lock.json={}"], ["locked: true"], []),
        new("with docfx", ["Thing.slnx=<Solution />", "docs/docfx.json={ \"build\": { \"dest\": \"site\" } }"], ["tools: [docfx], source: docs/docfx.json, site: docs/site"], []),
    ];

    public static Trait[] Runners { get; } =
    [
        new("coverlet", [$"{Test}={Project("net10.0", "Microsoft.NET.Test.Sdk", "xunit.runner.visualstudio", "coverlet.collector")}"], ["test-coverage: true"], ["collector"]),
        new("the SDK's collector, from Directory.Build.props", [$"{Test}={Project("net10.0")}", $"tests/Directory.Build.props={Project(null, "Microsoft.NET.Test.Sdk", "NUnit3TestAdapter")}"], ["collector: microsoft", "test-coverage: true"], []),
        new("an older framework", [$"{Test}={Project("net8.0", "Microsoft.NET.Test.Sdk", "coverlet.collector")}"], ["test-coverage: { env: { DOTNET_ROLL_FORWARD: Major } }", "versions: [\"10.0\"]"], []),
        new("Microsoft.Testing.Platform", [$"{Test}={Project("net10.0", "xunit.v3")}", "global.json={ \"test\": { \"runner\": \"Microsoft.Testing.Platform\" } }"], ["test-platform: mtp"], ["collector"]),
        new(".NET Framework alone", [$"{Test}={Project("net472", "Microsoft.NET.Test.Sdk")}"], [], ["test-coverage"]),
        new("no tests", ["README.md=# a"], [], ["test-coverage"]),
    ];

    public static Trait[] Linters { get; } =
    [
        new("dotnet format by the owner's pipeline", [".github/workflows/checks.yml=on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: dotnet format --verify-no-changes", CSharp], ["lint: true"], []),
        new("CSharpier", [".config/dotnet-tools.json={ \"version\": 1, \"isRoot\": true, \"tools\": { \"csharpier\": { \"version\": \"1.0.0\", \"commands\": [\"csharpier\"] } } }", CSharp], ["lint: { tools: [csharpier] }", "tools-in-lock: [csharpier]"], []),
        new("rules that nothing runs", [".editorconfig=root = true", CSharp], ["sast: true"], ["lint:"]),
        new("none", [CSharp], [], ["lint:"]),
    ];

    private const string CSharp = "src/Thing/Thing.csproj=<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>";

    private static string Project(string? framework, params string[] packages) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\">{(framework is null ? "" : $"<PropertyGroup><TargetFramework>{framework}</TargetFramework></PropertyGroup>")}<ItemGroup>"
        + string.Concat(packages.Select(p => $"<PackageReference Include=\"{p}\" />")) + "</ItemGroup></Project>";
}
