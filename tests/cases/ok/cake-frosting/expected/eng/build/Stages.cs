// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet run --project eng/build
// One stage: dotnet run --project eng/build -- --target=lint (--tree shows all). Tasks of your own belong in files beside this one.

using Cake.Common.IO;
using Cake.Frosting;

namespace Build;

public partial class StageContext
{
    partial void AddTools()
    {
        Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
            @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
        Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
        Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");
    }
}

[TaskName("lint")]
[TaskDescription("Lint")]
public sealed class LintTask() : Stage(new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.13" } })
{
    protected override void Work()
    {
        Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true);
        Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", ".");
    }
}

public abstract class TestCoverageLeg(string python) : Leg("test-coverage", [], new()
{
    Minutes = 20,
    Needs = ["uv >= 0.12.5"],
    Reports = "reports/test-coverage",
    Env = { ["PK_PYTHON"] = python, ["UV_PYTHON"] = python },
})
{
    protected override void Work()
    {
        Install($"python {python}", ["uv", "sync", "--locked", "--all-groups"]);
        Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov", "--cov-fail-under=85",
            "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml");
        Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml");
    }

    public override void Finally(StageContext context) => context.CopyDirectory("reports/test-coverage", $"reports/test-coverage-python-{python}");
}

[TaskName("test-coverage-python-3.12")]
[TaskDescription("Tests; at least 85 % of the lines")]
public sealed class TestCoveragePython312Task() : TestCoverageLeg("3.12");

[TaskName("test-coverage-python-3.13")]
[TaskDescription("Tests; at least 85 % of the lines")]
public sealed class TestCoveragePython313Task() : TestCoverageLeg("3.13");

[TaskName("test-coverage")]
[TaskDescription("Tests; at least 85 % of the lines")]
[IsDependentOn(typeof(TestCoveragePython312Task))]
[IsDependentOn(typeof(TestCoveragePython313Task))]
public sealed class TestCoverageTask : FrostingTask;

[TaskName("quality-gate")]
[TaskDescription("Every stage that decides")]
[IsDependentOn(typeof(LintTask))]
[IsDependentOn(typeof(TestCoverageTask))]
public sealed class QualityGateTask : FrostingTask;

[TaskName("Default")]
[IsDependentOn(typeof(QualityGateTask))]
public sealed class DefaultTask : FrostingTask;
