using PipelineKit.Parity.Tests.Cake;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>How a Cake script asks a toolchain for its version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Program">The program that is asked, also where a shell line asks it.</param>
/// <param name="TakesAny">True: every version will do.</param>
internal sealed record CakeToolchain(string Id, string Program, bool TakesAny)
{
    // What these programs print, {0} being a version. Others print "ID VERSION".
    private static readonly Dictionary<string, string> Prints = new(StringComparer.Ordinal)
    {
        ["dotnet"] = "{0}",
        ["flake8-debian"] = "{0} (mccabe: 0.7.0)",
        ["node"] = "v{0}",
        ["corepack"] = "{0}",
        ["npm"] = "{0}",
        ["pnpm"] = "{0}",
        ["yarn"] = "{0}",
        ["bandit-debian"] = "bandit {0}",
        ["build-debian"] = "build {0}",
        ["buildah"] = "buildah version {0}",
        ["debian-packages"] = "installed",
        ["docker"] = "Docker version {0}",
        ["mypy-debian"] = "mypy {0}",
        ["poetry"] = "Poetry (version {0})",
        ["pylint-debian"] = "pylint {0}",
        ["pytest-debian"] = "pytest {0}",
        ["python"] = "Python {0}",
        ["python3-debian"] = "Python {0}",
        ["python-system"] = "Python {0}",
        ["sphinx-debian"] = "sphinx-build {0}",
        ["semgrep"] = "{0}",
    };

    public static IReadOnlyList<CakeToolchain> ReadAll(string script) =>
    [
        .. from tool in ScriptTool.ReadAll(script)
           let program = tool.Probe is ["sh", "-c", var line, ..] ? line.Split(' ')[0] : tool.Probe[0]
           select new CakeToolchain(tool.Name, program, !tool.IsCompared || tool.Name == "debian-packages"),
    ];

    /// <summary>Machines on which together every leaf of the jobs can run: the version of each toolchain.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Machines(IReadOnlyList<CakeToolchain> toolchains, IReadOnlyList<TraceJob> jobs)
    {
        var versions = jobs.SelectMany(job => Asked(toolchains, job)).Distinct()
            .GroupBy(wanted => wanted.Toolchain, wanted => wanted.Version, StringComparer.Ordinal).ToDictionary(wanted => wanted.Key, wanted => wanted.ToList(), StringComparer.Ordinal);
        return [.. Enumerable.Range(0, versions.Values.Select(all => all.Count).DefaultIfEmpty(1).Max())
            .Select(at => versions.ToDictionary(wanted => wanted.Key, wanted => wanted.Value[Math.Min(at, wanted.Value.Count - 1)]))];
    }

    /// <summary>What each program says on such a machine.</summary>
    public static IEnumerable<(string Program, string Answer)> Answers(IReadOnlyList<CakeToolchain> toolchains, IReadOnlyDictionary<string, string> machine) =>
        from toolchain in toolchains
        where machine.ContainsKey(toolchain.Id)
        group toolchain by toolchain.Program into same
        select (same.Key, string.Join('\n', same.Select(toolchain => string.Format(null, Prints.GetValueOrDefault(toolchain.Id, toolchain.Id + " {0}"), Full(machine[toolchain.Id])))));

    private static IEnumerable<(string Toolchain, string Version)> Asked(IReadOnlyList<CakeToolchain> toolchains, TraceJob job)
    {
        var indifferent = toolchains.Where(t => t.TakesAny).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return job.Versions.Select(w => indifferent.Contains(w.Toolchain) ? (w.Toolchain, "any") : w);
    }

    // Three numbers, as programs print them.
    private static string Full(string version) => !char.IsAsciiDigit(version[0]) ? "1.2.3" : version.Split('.').Length switch { 1 => version + ".0.1", 2 => version + ".1", _ => version };
}
