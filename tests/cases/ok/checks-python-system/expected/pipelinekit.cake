// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=type-check (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"

Tool("debian-packages", "apt-get install, and the names above", ["sh", "-c",
    "dpkg-query --show --showformat=\"\\${db:Status-Status} \" $1 2>&1", "sh", "{version}"],
    @"\A(installed)( installed)* ?\s*\z");
Tool("mypy-debian", "apt-get install mypy", "mypy");
Tool("python-system", "apt-get install python3", "/usr/bin/python3");
Tool("python3-debian", "apt-get install python3", "/usr/bin/python3");
Tool("radon-debian", "apt-get install radon", "radon");

Stage("type-check", "Types", new()
{
    Minutes = 15,
    Needs = ["python-system", "mypy-debian", "debian-packages python3-yaml"],
    Reports = "reports/type-check",
})
    .Does(() => Run("mypy", "--junit-xml=reports/type-check/mypy.junit.xml", "."))
    .Does(() => Expect("reports/type-check/mypy.junit.xml"));

Stage("complexity", "Complexity",
    new() { Minutes = 15, Needs = ["python-system", "radon-debian", "python3-debian"], Reports = "reports/complexity" })
    .Does(() => Run(["radon", "cc", "--min=A", "--max=F", "--output-file=", "--json", "."],
        to: "reports/complexity/complexity.json"))
    .Does(() => Run(["radon", "mi", "--min=A", "--max=C", "--output-file=", "--json", "."],
        to: "reports/complexity/maintainability.json"))
    .Does(() => Run("/usr/bin/python3", ".pipelinekit/radon/check_complexity.py", "reports/complexity", "--absolute=B",
        "--modules=A", "--average=A", "--maintainability=A"))
    .Does(() => Expect("reports/complexity/codequality.json"));

Task("quality-gate").Description("Every stage that decides").IsDependentOn("type-check").IsDependentOn("complexity");
Task("Default").IsDependentOn("quality-gate");
