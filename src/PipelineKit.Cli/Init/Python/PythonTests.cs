using System.Globalization;
using System.Text.RegularExpressions;
using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Python;

/// <summary>The owner's tests: pytest, Django's runner or unittest, and what they must reach.</summary>
internal static partial class PythonTests
{
    private static readonly string[] CoverageSettings = ["pyproject.toml", ".coveragerc", "setup.cfg", "tox.ini", "pytest.ini"];

    public static void Choose(RepositoryView view, DetectedProject project, PythonManifest manifest)
    {
        var files = view.Scan.Below(project.Path, ".py").Where(f => IsTest(Path.GetFileName(f))).ToList();
        var django = manifest.First("manage.py") is not null;
        if (django)
        {
            files = [.. files, .. view.Scan.Below(project.Path, ".py").Where(f => Path.GetFileName(f) == "tests.py")];
        }

        if (files.Count == 0)
        {
            project.LeaveOut("test-coverage: no test file was found (test_*.py, *_test.py)");
            return;
        }

        var choice = Runner(view, project, manifest, django, files);
        AddMinimum(manifest, choice);
        ChosenServices.Add(view, project, choice);
    }

    private static StageChoice Runner(RepositoryView view, DetectedProject project, PythonManifest manifest, bool django, List<string> files)
    {
        if (django && !manifest.Packages.Contains("pytest-django"))
        {
            return project.Choose("test-coverage", "the tests of Django by manage.py", manifest.At("manage.py", 0)).With("tools", "django-test");
        }

        if (PytestPlace(view, manifest) is { } pytest)
        {
            return project.Choose("test-coverage", "pytest", pytest);
        }

        var plain = files.Where(f => (view.Scan.Read(f) ?? "") is var text && text.Contains("unittest", StringComparison.Ordinal) && !text.Contains("pytest", StringComparison.Ordinal)).ToList();
        return plain.Count == files.Count
            ? project.Choose("test-coverage", "unittest: nothing names pytest", new Place(files[0])).With("tools", "unittest")
            : project.Choose("test-coverage", "pytest, which runs these files", new Place(files[0]));
    }

    private static Place? PytestPlace(RepositoryView view, PythonManifest manifest) =>
        manifest.Pyproject.At("tool", "pytest") is { } table ? manifest.At("pyproject.toml", table.Line)
        : manifest.First("pytest.ini", "conftest.py", "tests/conftest.py", "test/conftest.py") is { } file ? manifest.At(file, 0)
        : manifest.Tox.Has("pytest") ? manifest.At("tox.ini", 0)
        : manifest.SetupCfg.Has("tool:pytest") ? manifest.At("setup.cfg", 0)
        : manifest.Packages.Contains("pytest") ? manifest.At(manifest.First("pyproject.toml", "setup.cfg", "setup.py", "requirements.txt") ?? ".", 0)
        : view.Owner.Runs("pytest")?.Place;

    // A file of coverage's own in pyproject.toml is read with its meaning; the same key stands in four further files of two languages.
    private static void AddMinimum(PythonManifest manifest, StageChoice choice)
    {
        if (manifest.Pyproject.At("tool", "coverage", "report", "fail_under") is { Text: { } own } node)
        {
            Add(choice, own, manifest.At("pyproject.toml", node.Line));
            return;
        }

        foreach (var file in CoverageSettings)
        {
            if (Threshold().Match(manifest.Read(file) ?? "") is { Success: true } threshold)
            {
                Add(choice, threshold.Groups[1].Value, manifest.At(file, 0));
                return;
            }
        }
    }

    // The spec takes whole per cents; the owner's own setting still holds for the rest.
    private static void Add(StageChoice choice, string text, Place place)
    {
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100)
        {
            choice.WithNumber("minimum", Math.Floor(number).ToString(CultureInfo.InvariantCulture)).From(place);
        }
    }

    private static bool IsTest(string file) =>
        file.StartsWith("test_", StringComparison.Ordinal) || file.EndsWith("_test.py", StringComparison.Ordinal);

    [GeneratedRegex("""^[^#;\n]*?(?:fail_under\s*=\s*|--cov-fail-under[= ])(\d+(?:\.\d+)?)""", RegexOptions.Multiline, 1000)]
    private static partial Regex Threshold();
}
