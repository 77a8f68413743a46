// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("python", "python.org, your system's packages, or `uv python install`", ["python", "--version"],
    @"Python ([0-9]+\.[0-9]+(?:\.[0-9]+)?)");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "ruff==0.16.4"]))
    .Does(() => Run(["python", "-m", "ruff", "check", "--no-fix", "--no-fix-only", "."], later: true))
    .Does(() => Run("python", "-m", "ruff", "format", "--check", "--diff", "."));

Stage("sast", "Static security analysis", new() { Minutes = 20, Needs = ["python 3.12"] })
    .Does(() => Install(["python", "-m", "pip", "install", "bandit[sarif,toml]==1.9.4"]))
    .Does(() => Run("python", "-m", "bandit", "--quiet", "--recursive", "--exclude=./.pipelinekit,./tests,./.venv,./build",
        "--exit-zero", "."));

Stage("licence-check", "Licences", new() { Minutes = 10, Needs = ["python 3.12"], Reports = "reports/licence-check" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "pip-licenses==5.5.5"]))
    .Does(() => Run(["python", "-m", "piplicenses", "--from=mixed", "--format=json", "--with-urls"],
        to: "reports/licence-check/licences.json"))
    .Does(() => Run(["python", "-m", "piplicenses", "--from=mixed", "--format=markdown", "--order=license"],
        to: "reports/licence-check/summary.md"))
    .Does(() => Run("python", "-m", "piplicenses", "--from=mixed",
        "--fail-on=UNKNOWN;GPL-2.0-only;GPL-2.0;GPLv2;GNU General Public License v2 (GPLv2);GNU General Public License (GPL);" +
        "GPL;GPL-2.0-or-later;GPL-2.0+;GPLv2+;GNU General Public License v2 or later (GPLv2+);GPL-3.0-only;GPL-3.0;GPLv3;GNU " +
        "General Public License v3 (GPLv3);GPL-3.0-or-later;GPL-3.0+;GPLv3+;GNU General Public License v3 or later (GPLv3+);" +
        "AGPL-3.0-only;AGPL-3.0;AGPLv3;GNU Affero General Public License v3;AGPL-3.0-or-later;AGPL-3.0+;AGPLv3+;GNU Affero " +
        "General Public License v3 or later (AGPLv3+);SSPL-1.0;OSL-3.0;EUPL-1.1;European Union Public Licence 1.1 (EUPL 1.1);" +
        "EUPL-1.2;European Union Public Licence 1.2 (EUPL 1.2);CECILL-2.1;CeCILL-2.1;CEA CNRS Inria Logiciel Libre License " +
        "version 2.1 (CeCILL-2.1);RPL-1.5;CPAL-1.0"));

Stage("test-coverage", "Tests", new() { Minutes = 20, Needs = ["python 3.12"], Reports = "reports/test-coverage" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "pytest==9.1.1", "pytest-cov==7.1.0"]))
    .Does(() => Run("python", "-m", "pytest", "--cov", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["python 3.12"], Reports = "reports/docs" })
    .Does(() => Install(["python", "-m", "pip", "install", "--requirement=requirements.txt"], ["python", "-m", "pip", "install",
        "sphinx==9.0.4"]))
    .Does(() => Run("python", "-m", "sphinx", "-W", "--keep-going", "-b", "html", "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("licence-check")
    .IsDependentOn("test-coverage").IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
