// The long run: executes the pipelines of the examples and their sabotaged twins through Cake, `pipelinekit run` and as GitLab's files, traces every
// example on all platforms, validates every generated file, builds the packages twice, attacks the program, and writes docs/verification.md.
// What was interrupted goes on where it was (artifacts/verification).

Task("verify-build").IsDependentOn("set-up").Does(() => Run("dotnet", "build", "PipelineKit.sln", "-v", "q", "-clp:NoSummary"));

Stage("verify-executions", "Examples and their sabotaged twins, executed", new() { Env = { ["PIPELINEKIT_VERIFY"] = "1" } })
    .IsDependentOn("verify-build")
    .Does(() => Test("Execution", "ExecutionTests"));

// The record first, then the page that is written from it.
Stage("verify-ledger", "The ledger of what was executed", new() { Env = { ["PIPELINEKIT_VERIFY"] = "ledger" } })
    .IsDependentOn("verify-executions")
    .Does(() => Test("Execution", "LedgerTests.The_ledger_is_not_older"))
    .Does(() => Test("Execution", "LedgerTests.The_page_is"));

Stage("verify-validators", "Every generated file, judged", new())
    .IsDependentOn("verify-build")
    .Does(() => Test("Cli", "ValidatorTests"));

Stage("verify-traces", "Every command of every job with each exit code", new() { Env = { ["PIPELINEKIT_TRACE"] = "full" } })
    .IsDependentOn("verify-build")
    .Does(() => Test("Parity", "Trace"));

Stage("verify-hostile-specs", "10,000 hostile specs", new() { Env = { ["PIPELINEKIT_HOSTILE"] = "10000" } })
    .IsDependentOn("verify-build")
    .Does(() => Test("Platforms", "HostileSpecTests"));

Task("verify")
    .Description("The long run: everything executed, attacked and written down (docs/verification.md)")
    .IsDependentOn("verify-executions")
    .IsDependentOn("verify-ledger")
    .IsDependentOn("verify-validators")
    .IsDependentOn("verify-traces")
    .IsDependentOn("verify-hostile-specs")
    .IsDependentOn("verify-writing")
    .IsDependentOn("reproduce");

void Test(string project, string filter) =>
    Run("dotnet", "test", $"tests/PipelineKit.{project}.Tests", "--no-build", "--nologo", "--filter", $"FullyQualifiedName~{filter}",
        "--logger", "console;verbosity=normal");
