using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>The owner's tests: which projects, on which platform they run, and who measures them.</summary>
internal static class DotnetTests
{
    private static readonly string[] Adapters = ["xunit.runner.visualstudio", "NUnit3TestAdapter", "MSTest.TestAdapter", "MSTest", "TUnit"];

    public static void Choose(RepositoryView view, DetectedProject project, DotnetBuild build)
    {
        var tests = build.Tests;
        if (tests.Count == 0)
        {
            project.LeaveOut("test-coverage: no project references a test SDK (Microsoft.NET.Test.Sdk, MSTest.Sdk, xunit.v3, TUnit)");
            return;
        }

        var here = tests.SelectMany(build.Frameworks).Where(f => DotnetVersions.Runtime(f) is not null && !f.Contains("-windows", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var elsewhere = tests.SelectMany(build.Frameworks).Except(here, StringComparer.Ordinal).Where(f => !f.StartsWith("netstandard", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var place = new Place(tests[0].Path);
        if (here.Count == 0 && elsewhere.Count > 0)
        {
            project.LeaveOut($"test-coverage: tests for {string.Join(", ", elsewhere)} run on Windows only; add the stage with `runner: windows`", place);
            return;
        }

        ChooseCollector(view, project, build, tests);
        var choice = project.Choose("test-coverage", $"{tests.Count} test projects", place);
        if (elsewhere.Count > 0)
        {
            choice.With("args", "--framework", here[^1]);
            project.LeaveOut($"tests for {string.Join(", ", elsewhere)} do not run on Linux: only those for {here[^1]} run; a second stage with `runner: windows` can run the others", place);
        }

        // A test for an older .NET runs on the newest one, which is the only one installed.
        if (here.Select(DotnetVersions.Runtime).Any(v => v!.Major < view.NewestDotnet.Major))
        {
            choice.WithMap("env", [new("DOTNET_ROLL_FORWARD", "Major")]);
            project.Found($"tests for {string.Join(", ", here)} run on .NET {view.NewestDotnet.ToString(2)}", place);
        }
    }

    private static void ChooseCollector(RepositoryView view, DetectedProject project, DotnetBuild build, IReadOnlyList<MsBuildFile> tests)
    {
        var global = RepositoryScan.Join(project.Path, "global.json");
        if (DataText.Json(view.Scan.Read(global)).At("test", "runner")?.Text == "Microsoft.Testing.Platform")
        {
            project.Option("test-platform", "mtp");
            project.Found("tests on Microsoft.Testing.Platform", new Place(global));
            if (tests.FirstOrDefault(t => !build.References(t, "Microsoft.Testing.Extensions.CodeCoverage")) is { } bare)
            {
                project.ByHand("coverage needs Microsoft.Testing.Extensions.CodeCoverage and Microsoft.Testing.Extensions.TrxReport in the test projects", new Place(bare.Path));
            }

            return;
        }

        if (!tests.All(t => build.References(t, "coverlet.collector")))
        {
            project.Option("collector", "microsoft");
            project.Found("coverage by the test SDK's own collector", new Place(tests[0].Path));
        }

        if (tests.FirstOrDefault(t => !Adapters.Any(a => build.References(t, a)) && !t.Sdk.StartsWith("MSTest.Sdk", StringComparison.Ordinal)) is { } blind)
        {
            project.ByHand("no adapter of the test framework is referenced (for xunit: xunit.runner.visualstudio): `dotnet test` finds no test", new Place(blind.Path));
        }
    }
}
