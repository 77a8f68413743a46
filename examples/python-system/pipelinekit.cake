// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=lint (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"

Tool("bandit-debian", "apt-get install python3-bandit", "bandit");
Tool("flake8-debian", "apt-get install flake8", "flake8");
Tool("pytest-debian", "apt-get install python3-pytest python3-pytest-cov", "/usr/bin/python3", "-c",
    "from importlib.metadata import version; print('pytest', version('pytest'), 'pytest-cov', version('pytest-cov'))");
Tool("python-system", "apt-get install python3", "/usr/bin/python3");
Tool("sphinx-debian", "apt-get install python3-sphinx", "sphinx-build");

Stage("lint", "Lint", new() { Minutes = 10, Needs = ["python-system", "flake8-debian"] })
    .Does(() => Run("flake8", "--extend-exclude=.venv,.pipelinekit", "--show-source", "."));

Stage("sast", "Static security analysis; fails from medium severity on",
    new() { Minutes = 20, Needs = ["python-system", "bandit-debian"] })
    .Does(() => Run("/usr/bin/python3", "-B", ".pipelinekit/bandit/check_sources.py", "--exclude=.pipelinekit", "--exclude=tests",
        "--exclude=.venv", "--exclude=build", "."))
    .Does(() => Run("bandit", "--quiet", "--recursive", "--exclude=./.pipelinekit,./tests,./.venv,./build", "-ll", "."));

Stage("test-coverage", "Tests; at least 85 % of the lines and branches",
    new() { Minutes = 20, Needs = ["python-system", "pytest-debian"], Reports = "reports/test-coverage" })
    .Does(() => Run("/usr/bin/python3", "-m", "pytest", "--cov", "--cov-branch", "--cov-fail-under=85", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Stage("docs", "Documentation", new() { Minutes = 15, Needs = ["python-system", "sphinx-debian"], Reports = "reports/docs" })
    .Does(() => Run("/usr/bin/python3", "-m", "sphinx", "-W", "--keep-going", "-b", "html", "docs", "reports/docs/html"))
    .Does(() => Expect("reports/docs/html"));

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("lint").IsDependentOn("sast").IsDependentOn("test-coverage")
    .IsDependentOn("docs");
Task("Default").IsDependentOn("quality-gate");
