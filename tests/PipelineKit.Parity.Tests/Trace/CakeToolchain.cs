using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Cake;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>How a Cake script asks a toolchain for its version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Program">The program that is asked, also where a shell line asks it.</param>
/// <param name="TakesAny">True: every version will do.</param>
/// <param name="Covers">Toolchains that it brings, which nobody asks then.</param>
internal sealed record CakeToolchain(string Id, string Program, bool TakesAny, IReadOnlyList<string> Covers)
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
        .. from call in CSharpSyntaxTree.ParseText(script, CakeReader.Options).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
           where call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Toolchain" }
           let creation = call.ArgumentList.Arguments[1].Expression
           let question = Initializer.Items(Initializer.Arguments(creation)[0]).Select(Initializer.Text).ToList()
           select new CakeToolchain(
               Initializer.Text(call.ArgumentList.Arguments[0].Expression),
               question is ["sh", "-c", var line, ..] ? line.Split(' ')[0] : question[0],
               Initializer.Text(Initializer.Arguments(creation)[2]) == "any",
               [.. Initializer.Items(Initializer.Members(creation).GetValueOrDefault("Covers")).Select(Initializer.Text)]),
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
        var wanted = job.Versions.ToList();
        var covered = toolchains.Where(t => wanted.Exists(w => w.Toolchain == t.Id)).SelectMany(t => t.Covers).ToHashSet(StringComparer.Ordinal);
        var indifferent = toolchains.Where(t => t.TakesAny).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return wanted.Where(w => !covered.Contains(w.Toolchain)).Select(w => indifferent.Contains(w.Toolchain) ? (w.Toolchain, "any") : w);
    }

    // Three numbers, as programs print them.
    private static string Full(string version) => !char.IsAsciiDigit(version[0]) ? "1.2.3" : version.Split('.').Length switch { 1 => version + ".0.1", 2 => version + ".1", _ => version };
}
