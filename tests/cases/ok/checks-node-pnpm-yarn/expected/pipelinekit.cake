// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=type-check-admin (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/versions.cake"
#load ".pipelinekit/installs.cake"

Tool("corepack", "`npm install --global corepack`", "corepack", "--version");
Tool("node", "nodejs.org, or a version manager such as fnm or nvm", ["node", "--version"], @"v([0-9]+\.[0-9]+\.[0-9]+)");
Tool("pnpm", "`corepack enable pnpm`", "pnpm", "--version");
Tool("yarn", "`corepack enable yarn`", "yarn", "--version");

Stage("type-check-admin", "Types",
    new() { Directory = "admin", Minutes = 15, Needs = ["node 24", "corepack ~ 0.36.0", "pnpm ~ 12.21.0"] })
    .Does(() => Install(["pnpm", "install", "--frozen-lockfile"]))
    .Does(() => Run("pnpm", "exec", "tsc", "--noEmit", "--pretty", "false", "--project", "tsconfig.json"));

Stage("type-check-shop", "Types",
    new() { Directory = "shop", Minutes = 15, Needs = ["node 24", "corepack ~ 0.36.0", "yarn ~ 4.18.1"] })
    .Does(() => Install(["yarn", "install", "--immutable"]))
    .Does(() => Run("yarn", "run", "tsc", "--noEmit", "--pretty", "false", "--project", "tsconfig.json"));

Stage("complexity-admin", "Complexity", new()
{
    Directory = "admin",
    Minutes = 15,
    Needs = ["node 24", "corepack ~ 0.36.0", "pnpm ~ 12.21.0"],
    Reports = "admin/reports/complexity-admin",
    Env = { ["ESLINT_REPORTS"] = "reports/complexity-admin", ["ESLINT_ROOT"] = ".." },
})
    .Does(() => Install(["pnpm", "install", "--frozen-lockfile"]))
    .Does(() => Run("pnpm", "exec", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-complexity/complexity.config.mjs",
        "--format=./.pipelinekit/eslint-complexity/formatter.mjs", "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/",
        "--ignore-pattern=reports/", "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**",
        "--ignore-pattern=**/coverage/**", "--rule=complexity: [error, 10]", "."))
    .Does(() => Expect("admin/reports/complexity-admin/eslint.sarif", "admin/reports/complexity-admin/eslint.codequality.json"));

Stage("complexity-shop", "Complexity", new()
{
    Directory = "shop",
    Minutes = 15,
    Needs = ["node 24", "corepack ~ 0.36.0", "yarn ~ 4.18.1"],
    Reports = "shop/reports/complexity-shop",
    Env = { ["ESLINT_REPORTS"] = "reports/complexity-shop", ["ESLINT_ROOT"] = ".." },
})
    .Does(() => Install(["yarn", "install", "--immutable"]))
    .Does(() => Run("yarn", "run", "eslint", "--no-config-lookup",
        "--config=.pipelinekit/eslint-complexity/complexity.config.mjs",
        "--format=./.pipelinekit/eslint-complexity/formatter.mjs", "--exit-on-fatal-error", "--ignore-pattern=.pipelinekit/",
        "--ignore-pattern=reports/", "--ignore-pattern=**/node_modules/**", "--ignore-pattern=**/dist/**",
        "--ignore-pattern=**/coverage/**", "--rule=complexity: [error, 10]", "."))
    .Does(() => Expect("shop/reports/complexity-shop/eslint.sarif", "shop/reports/complexity-shop/eslint.codequality.json"));

Stage("dependency-audit-admin", "Vulnerable dependencies; fails from moderate severity on",
    new() { Directory = "admin", Minutes = 10, Needs = ["node 24", "corepack ~ 0.36.0", "pnpm ~ 12.21.0"] })
    .Does(() => Run("pnpm", "audit", "--audit-level=moderate", "--prod"));

Stage("dependency-audit-shop", "Vulnerable dependencies; fails from critical severity on",
    new() { Directory = "shop", Minutes = 10, Needs = ["node 24", "corepack ~ 0.36.0", "yarn ~ 4.18.1"] })
    .Does(() => Run("yarn", "npm", "audit", "--all", "--recursive", "--no-deprecations", "--severity=critical"));

Task("type-check").IsDependentOn("type-check-admin").IsDependentOn("type-check-shop");

Task("complexity").IsDependentOn("complexity-admin").IsDependentOn("complexity-shop");

Task("dependency-audit").IsDependentOn("dependency-audit-admin").IsDependentOn("dependency-audit-shop");

Task("quality-gate")
    .Description("Every stage that decides").IsDependentOn("type-check-admin").IsDependentOn("type-check-shop")
    .IsDependentOn("complexity-admin").IsDependentOn("complexity-shop").IsDependentOn("dependency-audit-admin")
    .IsDependentOn("dependency-audit-shop");
Task("Default").IsDependentOn("quality-gate");
