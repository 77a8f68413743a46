using System.Collections.Immutable;

namespace PipelineKit.Licences;

/// <summary>The result of a check.</summary>
public sealed record LicenceReport
{
    /// <summary>Name of the project that was checked.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the check.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The files that were read, relative to the scanned folder.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>The packages by ecosystem, name and version.</summary>
    public required ImmutableArray<PackageDecision> Packages { get; init; }

    /// <summary>The dependencies between them, as package URLs (from, to); only those that the inputs tell.</summary>
    public ImmutableArray<(string From, string To)> Dependencies { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public required ImmutableArray<LicenceProblem> Problems { get; init; }

    /// <summary>The packages that fail the check.</summary>
    public IEnumerable<PackageDecision> Failures => Packages.Where(package => package.Fails);

    /// <summary>Number of packages with an outcome.</summary>
    public int Count(PackageOutcome outcome) => Packages.Count(package => package.Outcome == outcome);

    /// <summary>
    /// 0: nothing denied. 1: a package is denied or its exception expired. 2: the policy is wrong. 3: something could not be read,
    /// so that nothing can be said.
    /// </summary>
    public int ExitCode
    {
        get
        {
            var errors = Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code).ToList();
            return errors.Contains("PK6008") ? 2 : errors.Count > 0 ? 3 : Failures.Any() ? 1 : 0;
        }
    }
}
