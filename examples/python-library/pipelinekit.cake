// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"
#load ".pipelinekit/matrix.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");
Tool("uv", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", ["uv", "--version"], @"uv ([0-9]+\.[0-9]+\.[0-9]+)");
Tool("uvx", "docs.astral.sh/uv, `pipx install uv` or `brew install uv`", "uvx");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run(["uvx", "ruff@0.16.4", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("uvx", "ruff@0.16.4", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis",
    new() { Minutes = 20, Needs = ["uv >= 0.12.5", "uvx"], Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run("uvx", "--from", "bandit[sarif,toml]==1.9.4", "bandit", "--quiet", "--recursive",
        "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll", "."));

Stage("licence-check", "Licences",
    new() { Minutes = 10, Needs = ["uv >= 0.12.5"], Reports = "reports/licence-check", Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Run(["uv", "run", "--locked", "--isolated", "--no-default-groups", "--with", "pip-licenses==5.5.5",
        "pip-licenses", "--from=mixed", "--format=json", "--with-urls"], to: "reports/licence-check/licences.json"))
    .Does(() => Run(["uv", "run", "--locked", "--isolated", "--no-default-groups", "--with", "pip-licenses==5.5.5",
        "pip-licenses", "--from=mixed", "--format=markdown", "--order=license"], to: "reports/licence-check/summary.md"))
    .Does(() => Run("uv", "run", "--locked", "--isolated", "--no-default-groups", "--with", "pip-licenses==5.5.5", "pip-licenses",
        "--from=mixed",
        "--fail-on=UNKNOWN;GPL-2.0-only;GPL-2.0;GPLv2;GNU General Public License v2 (GPLv2);GNU General Public License (GPL);" +
        "GPL;GPL-2.0-or-later;GPL-2.0+;GPLv2+;GNU General Public License v2 or later (GPLv2+);GPL-3.0-only;GPL-3.0;GPLv3;GNU " +
        "General Public License v3 (GPLv3);GPL-3.0-or-later;GPL-3.0+;GPLv3+;GNU General Public License v3 or later (GPLv3+);" +
        "AGPL-3.0-only;AGPL-3.0;AGPLv3;GNU Affero General Public License v3;AGPL-3.0-or-later;AGPL-3.0+;AGPLv3+;GNU Affero " +
        "General Public License v3 or later (AGPLv3+);SSPL-1.0;OSL-3.0;EUPL-1.1;European Union Public Licence 1.1 (EUPL 1.1);" +
        "EUPL-1.2;European Union Public Licence 1.2 (EUPL 1.2);CECILL-2.1;CeCILL-2.1;CEA CNRS Inria Logiciel Libre License " +
        "version 2.1 (CeCILL-2.1);RPL-1.5;CPAL-1.0"));

foreach (var python in new[] { "3.11", "3.12" })
{
    Leg("test-coverage", $"python-{python}", "Tests", [], new()
    {
        Minutes = 20,
        Needs = ["uv >= 0.12.5"],
        Reports = "reports/test-coverage",
        Env = { ["PK_PYTHON"] = python, ["UV_PYTHON"] = python },
    })
        .Does(() => Install($"python {python}", ["uv", "sync", "--locked", "--all-groups"]))
        .Does(() => Run("uv", "run", "--no-sync", "--with", "pytest==9.1.1", "--with", "pytest-cov==7.1.0", "pytest", "--cov",
            "--cov-branch", "--cov-fail-under=90", "--cov-report=term", "--cov-report=xml:reports/test-coverage/cobertura.xml",
            "--junitxml=reports/test-coverage/junit.xml"))
        .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"))
        .Does(() => CopyDirectory("reports/test-coverage", $"reports/test-coverage-python-{python}"));
}
Task("test-coverage").Description("Tests").IsDependentOn("test-coverage-python-3.11").IsDependentOn("test-coverage-python-3.12");

Stage("docs", "Documentation",
    new() { Minutes = 15, Needs = ["uv >= 0.12.5"], Reports = "reports/docs", Env = { ["UV_PYTHON"] = "3.12" } })
    .Does(() => Install("python 3.12", ["uv", "sync", "--locked", "--all-groups"]))
    .Does(() => Run("uv", "run", "--no-sync", "--with", "sphinx==9.0.4", "sphinx-build", "-W", "--keep-going", "-b", "html",
        "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
