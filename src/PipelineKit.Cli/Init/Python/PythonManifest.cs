using System.Text.RegularExpressions;
using PipelineKit.Cli.Init.Facts;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Cli.Init.Python;

/// <summary>What the manifests of a Python project say together: pyproject.toml, setup.cfg, setup.py as text, tox.ini and requirement files.</summary>
internal sealed partial class PythonManifest
{
    private readonly RepositoryScan _scan;
    private readonly string _folder;

    public PythonManifest(RepositoryScan scan, string folder)
    {
        (_scan, _folder) = (scan, folder);
        Pyproject = DataText.Toml(Read("pyproject.toml"));
        SetupCfg = new IniFile(Read("setup.cfg"));
        Tox = new IniFile(Read("tox.ini"));
        SetupPy = Read("setup.py") ?? "";
        Requirements = RequirementFiles.Of(scan, folder);
    }

    public LockNode Pyproject { get; }

    public IniFile SetupCfg { get; }

    public IniFile Tox { get; }

    public string SetupPy { get; }

    public RequirementFiles Requirements { get; }

    /// <summary>There is something that can be installed as a package.</summary>
    public bool IsPackage =>
        Pyproject["project"] is not null || Pyproject["build-system"] is not null || Pyproject.At("tool", "poetry", "name") is not null
        || SetupPy.Contains("setup(", StringComparison.Ordinal) || SetupCfg.Has("metadata");

    /// <summary>The range of Python versions, and where it stands.</summary>
    public (string Range, Place Place)? Range
    {
        get
        {
            if ((Pyproject.At("project", "requires-python") ?? Pyproject.At("tool", "poetry", "dependencies", "python")) is { Text: { } range } node)
            {
                return (range, At("pyproject.toml", node.Line));
            }

            if (SetupCfg.Text("options", "python_requires") is { } old)
            {
                return (old, At("setup.cfg", SetupCfg.Line("options", "python_requires")));
            }

            return PythonRequires().Match(SetupPy) is { Success: true } match ? (match.Groups[1].Value, At("setup.py", LineOf(SetupPy, match.Index))) : null;
        }
    }

    /// <summary>Versions by classifiers, and where they stand.</summary>
    public (IReadOnlyList<string> Versions, Place Place)? Classifiers
    {
        get
        {
            foreach (var file in new[] { "pyproject.toml", "setup.cfg", "setup.py" })
            {
                var matches = Classifier().Matches(Read(file) ?? "");
                if (matches.Count > 0)
                {
                    return ([.. matches.Select(m => m.Groups[1].Value).Distinct()], At(file, LineOf(Read(file)!, matches[0].Index)));
                }
            }

            return null;
        }
    }

    /// <summary>Names of the optional dependencies (extras), with their requirements.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extras
    {
        get
        {
            var extras = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var (name, node) in Pyproject.At("project", "optional-dependencies")?.Members ?? [])
            {
                extras[name] = [.. node.Items.Select(i => i.Text ?? "")];
            }

            foreach (var key in SetupCfg.Keys("options.extras_require"))
            {
                extras.TryAdd(key, SetupCfg.Text("options.extras_require", key)!.Split('\n'));
            }

            if (ExtrasRequire().Match(SetupPy) is { Success: true } match)
            {
                foreach (Match extra in Extra().Matches(match.Groups[1].Value))
                {
                    extras.TryAdd(extra.Groups[1].Value, [.. Quoted().Matches(extra.Groups[2].Value).Select(m => m.Groups[1].Value)]);
                }
            }

            return extras;
        }
    }

    /// <summary>Dependency groups (PEP 735, Poetry), with their requirements.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups
    {
        get
        {
            var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var (name, node) in Pyproject["dependency-groups"]?.Members ?? [])
            {
                groups[name] = [.. node.Items.Select(i => i.Text ?? "")];
            }

            foreach (var (name, node) in Pyproject.At("tool", "poetry", "group")?.Members ?? [])
            {
                groups.TryAdd(name, [.. node.MembersOf("dependencies").Select(d => d.Key)]);
            }

            return groups;
        }
    }

    /// <summary>Names of packages that the project asks for anywhere, normalised.</summary>
    public IReadOnlySet<string> Packages
    {
        get
        {
            var all = Extras.Values.Concat(Groups.Values).SelectMany(r => r)
                .Concat(Pyproject.TextsAt("project", "dependencies").Select(d => d.Text!))
                .Concat(Pyproject.TextsAt("tool", "uv", "dev-dependencies").Select(d => d.Text!))
                .Concat((Pyproject.At("tool", "poetry", "dependencies")?.Members ?? []).Select(d => d.Key))
                .Concat((Pyproject.At("tool", "poetry", "dev-dependencies")?.Members ?? []).Select(d => d.Key))
                .Concat((Pyproject.At("tool", "pdm", "dev-dependencies")?.Members ?? []).SelectMany(g => g.Value.Items.Select(i => i.Text ?? "")))
                .Concat(Requirements.Packages);
            return all.Select(PackageName).ToHashSet(StringComparer.Ordinal);
        }
    }

    public string? Read(string file) => _scan.Read(RepositoryScan.Join(_folder, file));

    public Place At(string file, int line) => new(RepositoryScan.Join(_folder, file), line);

    /// <summary>The first of the files that is there, or null.</summary>
    public string? First(params ReadOnlySpan<string> files)
    {
        foreach (var file in files)
        {
            if (_scan.Exists(RepositoryScan.Join(_folder, file)))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The name of a requirement, as PyPI normalises it (PEP 503).</summary>
    public static string PackageName(string requirement) =>
        Name().Match(requirement.Trim()) is { Success: true } name ? name.Value.ToLowerInvariant().Replace('_', '-').Replace('.', '-') : "";

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex("""python_requires\s*=\s*["']([^"']+)["']""", RegexOptions.None, 1000)]
    private static partial Regex PythonRequires();

    [GeneratedRegex("""Programming Language :: Python :: (3\.\d+)""", RegexOptions.None, 1000)]
    private static partial Regex Classifier();

    [GeneratedRegex("""extras_require\s*=\s*\{(.*?)\}""", RegexOptions.Singleline, 1000)]
    private static partial Regex ExtrasRequire();

    [GeneratedRegex("""["']([\w.-]+)["']\s*:\s*\[([^\]]*)\]""", RegexOptions.None, 1000)]
    private static partial Regex Extra();

    [GeneratedRegex("""["']([^"']+)["']""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^[A-Za-z0-9][A-Za-z0-9._-]*""", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
