using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init;

/// <summary>Python: <c>pyproject.toml</c>, <c>setup.py</c>, <c>setup.cfg</c> or <c>requirements.txt</c>.</summary>
internal sealed partial class PythonDetector : IStackDetector
{
    private static readonly string[] Markers = ["pyproject.toml", "setup.py", "setup.cfg", "requirements.txt"];
    private static readonly string[] CoverageSettings = ["pyproject.toml", ".coveragerc", "setup.cfg", "tox.ini", "pytest.ini"];

    public string Stack => "python";

    public string? Evidence(RepositoryScan scan, string folder) => Markers.FirstOrDefault(m => scan.Has(folder, m));

    public void Describe(RepositoryScan scan, DetectedProject project)
    {
        var pyproject = TomlFile.Parse(scan.Read(RepositoryScan.Join(project.Path, "pyproject.toml")));
        // The second place is Poetry's own, from before there was a standard one.
        var required = pyproject.Text("project", "requires-python") ?? pyproject.Text("tool", "poetry", "dependencies", "python");
        if (LowestPython().Match(required ?? "") is { Success: true } version)
        {
            project.Options.Add(new("versions", new[] { version.Groups[1].Value }));
        }

        project.Options.Add(new("manager", Manager(scan, project.Path, pyproject)));
        foreach (var file in CoverageSettings.Select(f => RepositoryScan.Join(project.Path, f)))
        {
            if (Threshold().Match(scan.Read(file) ?? "") is { Success: true } threshold)
            {
                project.Inputs.Add(new DetectedInput("test-coverage", "minimum", threshold.Groups[1].Value, file));
                break;
            }
        }
    }

    private static string Manager(RepositoryScan scan, string folder, TomlFile pyproject)
    {
        if (scan.Has(folder, "uv.lock") || pyproject.HasTable("tool", "uv"))
        {
            return "uv";
        }

        if (scan.Has(folder, "poetry.lock") || pyproject.HasTable("tool", "poetry"))
        {
            return "poetry";
        }

        return scan.Files(folder).Any(f => f.StartsWith("requirements", StringComparison.Ordinal) && f.EndsWith(".txt", StringComparison.Ordinal)) ? "pip" : "uv";
    }

    [GeneratedRegex("""^[~>=^\s]*(3\.\d+)""", RegexOptions.None, 1000)]
    private static partial Regex LowestPython();

    // The same key in five files of two languages, and an option inside a text of pytest's settings; a line that is a comment does not count.
    [GeneratedRegex("""^[^#;\n]*?(?:fail_under\s*=\s*|--cov-fail-under[= ])(\d+(?:\.\d+)?)""", RegexOptions.Multiline, 1000)]
    private static partial Regex Threshold();
}
