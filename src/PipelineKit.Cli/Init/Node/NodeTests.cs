using System.Globalization;
using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Node;

/// <summary>The owner's tests: the runner that <c>scripts.test</c> names, measured; a runner that we do not know through the owner's script.</summary>
internal static class NodeTests
{
    private static readonly string[] SourceFolders = ["src", "lib", "source"];
    private static readonly string[] Browsers = ["karma", "ng", "cypress", "playwright", "wdio", "web-test-runner", "wtr"];

    public static void Choose(RepositoryView view, DetectedProject project, PackageManifest manifest, string manager)
    {
        var script = manifest.Script("test");
        if (script is null || TestScript.IsPlaceholder(script))
        {
            ChooseWithoutScript(view, project, manifest);
            return;
        }

        var place = manifest.At("scripts", "test");
        var test = TestScript.Of(script);
        if (Browsers.Any(b => script.Split(' ', '&', ';').Contains(b, StringComparer.Ordinal)))
        {
            project.LeaveOut($"test-coverage: \"{script}\" needs a browser; a stage of your own can run it", place);
            return;
        }

        if (script.StartsWith("bun ", StringComparison.Ordinal))
        {
            project.LeaveOut("test-coverage: tests of bun's own runner do not run on Node", place);
            return;
        }

        var choice = Runner(project, manifest, test, script, place);
        // npm runs `pretest` before the script itself; a runner that is called directly needs it said.
        if (test.Program is not null && manifest.Script("pretest") is not null)
        {
            choice.WithCommand("before", manager, "run", "pretest");
        }

        AddSources(view, project, choice, manifest);
        AddMinimum(project, manifest, choice);
        ChosenServices.Add(view, project, choice);
    }

    private static StageChoice Runner(DetectedProject project, PackageManifest manifest, TestScript test, string script, Place place)
    {
        switch (test.Program)
        {
            case "vitest" when manifest.Dependency("@vitest/coverage-v8") is not null:
                return WithArguments(project.Choose("test-coverage", "Vitest", place), test, "run", "--run", "--coverage", "watch");
            case "jest":
                return WithArguments(project.Choose("test-coverage", "Jest", place).With("tools", "jest"), test, "--coverage", "--ci", "--watchAll=false");
            case "mocha" when manifest.Dependency("mocha") is not null:
                return WithArguments(project.Choose("test-coverage", "Mocha, measured by c8", place).With("tools", "mocha"), test);
            case "node --test":
                return WithArguments(project.Choose("test-coverage", "Node's own runner, measured by c8", place).With("tools", "c8"), test, "--experimental-test-coverage");
            default:
                return project.Choose("test-coverage", $"the owner's script, measured by c8: {script}", place).With("tools", "script");
        }
    }

    private static StageChoice WithArguments(StageChoice choice, TestScript test, params string[] ours)
    {
        var arguments = test.Arguments.Where(a => !ours.Contains(a, StringComparer.Ordinal)).ToArray();
        return arguments.Length > 0 ? choice.With("args", arguments) : choice;
    }

    private static void ChooseWithoutScript(RepositoryView view, DetectedProject project, PackageManifest manifest)
    {
        var config = manifest.FileThatBegins("vitest.config.");
        if (config is not null && manifest.Dependency("@vitest/coverage-v8") is not null)
        {
            var choice = project.Choose("test-coverage", "Vitest", manifest.File(config));
            AddSources(view, project, choice, manifest);
            AddMinimum(project, manifest, choice);
        }
        else
        {
            project.LeaveOut("test-coverage: package.json has no script `test`", manifest.At());
        }
    }

    // Where the sources are: folders that are usual, else the workspaces, else the file that the package gives.
    private static void AddSources(RepositoryView view, DetectedProject project, StageChoice choice, PackageManifest manifest)
    {
        string[] found = [.. SourceFolders.Where(f => view.Scan.Below(RepositoryScan.Join(project.Path, f), ".js", ".ts", ".mjs", ".cjs", ".tsx", ".jsx").Any()).Select(f => f + "/**")];
        if (found.Length == 0 && manifest.Root.TextsAt("workspaces").Select(w => w.Text!.TrimEnd('/') + "/src/**").ToArray() is { Length: > 0 } workspaces)
        {
            found = workspaces;
        }

        if (found.Length == 0 && (manifest.Root["main"]?.Text ?? "index.js") is var main && manifest.Has(main.StartsWith("./", StringComparison.Ordinal) ? main[2..] : main))
        {
            found = [main.StartsWith("./", StringComparison.Ordinal) ? main[2..] : main];
        }

        if (found is not [] and not ["src/**"])
        {
            choice.With("sources", found);
        }
    }

    private static void AddMinimum(DetectedProject project, PackageManifest manifest, StageChoice choice)
    {
        foreach (var (text, place) in Thresholds.Of(manifest))
        {
            if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100)
            {
                choice.WithNumber("minimum", Math.Floor(number).ToString(CultureInfo.InvariantCulture)).From(place);
                return;
            }
        }
    }
}
