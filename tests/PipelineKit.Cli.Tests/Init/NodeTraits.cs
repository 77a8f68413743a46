namespace PipelineKit.Cli.Tests.Init;

/// <summary>Properties of Node repositories. A part of package.json is written as <c>"key": value</c>, one of its inner objects as <c>scripts."key": value</c>.</summary>
internal static class NodeTraits
{
    public static Trait[] Managers { get; } =
    [
        new("npm", ["package-lock.json={}", "package.json=\"name\": \"thing\""], ["manager: npm"], ["locked"]),
        new("npm without lock", ["package.json=\"name\": \"thing\"", "package.json=engines.\"node\": \">=0.8\""], ["manager: npm, locked: false", "versions: [\"22\", \"24\"]"], []),
        new("pnpm", ["pnpm-lock.yaml=lockfileVersion: '9.0'", "package.json=\"packageManager\": \"pnpm@10.1.0\"", ".nvmrc=v24.3.0"], ["manager: pnpm", "versions: [\"24\"]"], ["locked"]),
        new("Yarn 4", ["yarn.lock=__metadata:\n  version: 8", "package.json=\"packageManager\": \"yarn@4.9.0\""], ["manager: yarn"], ["locked"]),
        new("Yarn 1", ["yarn.lock=# yarn lockfile v1", "package.json=\"name\": \"thing\""], ["manager: npm", "locked: false"], ["yarn"]),
    ];

    public static Trait[] Runners { get; } =
    [
        new("Vitest", ["package.json=scripts.\"test\": \"vitest run\"", "package.json=devDependencies.\"vitest\": \"^3.0.0\"", "package.json=devDependencies.\"@vitest/coverage-v8\": \"^3.0.0\""], ["test-coverage:"], ["test-coverage: { tools", "jest", "mocha"]),
        new("Vitest without its coverage", ["package.json=scripts.\"test\": \"vitest run\"", "package.json=devDependencies.\"vitest\": \"^3.0.0\""], ["test-coverage: { tools: [script]"], []),
        new("Jest", ["package.json=scripts.\"test\": \"jest --config jest.config.cjs\"", "package.json=devDependencies.\"jest\": \"^30.0.0\"", "jest.config.cjs=module.exports = { coverageThreshold: { global: { lines: 81 } } };"], ["tools: [jest], args: [--config, jest.config.cjs]", "minimum: 81"], []),
        new("Mocha", ["package.json=scripts.\"test\": \"mocha 'spec/**/*.js'\"", "package.json=devDependencies.\"mocha\": \"^11.0.0\""], ["tools: [mocha], args: [spec/**/*.js]"], []),
        new("Node's own", ["package.json=scripts.\"test\": \"node --test\""], ["tools: [c8]"], []),
        new("AVA", ["package.json=scripts.\"test\": \"ava\"", "package.json=devDependencies.\"ava\": \"^6.0.0\""], ["test-coverage: { tools: [script]"], []),
        new("a build before", ["package.json=scripts.\"test\": \"tsc && node --test\"", "package.json=scripts.\"pretest\": \"npm run build\""], ["test-coverage: { tools: [script]"], ["before"]),
        new("Karma", ["package.json=scripts.\"test\": \"karma start\""], [], ["test-coverage"]),
        new("the placeholder", ["package.json=scripts.\"test\": \"echo \\\"Error: no test specified\\\" && exit 1\""], [], ["test-coverage"]),
    ];

    public static Trait[] Linters { get; } =
    [
        new("ESLint 9", ["package.json=scripts.\"lint\": \"eslint .\"", "package.json=devDependencies.\"eslint\": \"^9.1.0\"", "eslint.config.mjs=export default [];"], ["lint: true"], ["lint: {"]),
        new("ESLint 8", ["package.json=scripts.\"lint\": \"eslint .\"", "package.json=devDependencies.\"eslint\": \"^8.1.0\"", ".eslintrc.json={}"], ["lint: { tools: [script] }"], []),
        new("Biome", ["package.json=scripts.\"lint\": \"biome check .\"", "package.json=devDependencies.\"@biomejs/biome\": \"^2.0.0\"", "biome.json={}"], ["lint: { tools: ["], []),
        new("a script that mends", ["package.json=scripts.\"lint\": \"eslint --fix .\"", ".eslintrc.json={}"], [], ["lint:"]),
        new("none", ["README.md=# a"], [], ["lint:"]),
    ];

    public static Trait[] Layouts { get; } =
    [
        new("src", ["src/index.js=export const a = 1;"], [], ["sources"]),
        new("lib", ["lib/index.js=export const a = 1;"], [], []),
        new("one file", ["index.js=export const a = 1;"], [], []),
        new("TypeScript", ["src/index.ts=export const a = 1;", "tsconfig.json={}", "package.json=devDependencies.\"typescript\": \"^5.0.0\""], ["type-check: true"], []),
    ];

    public static string Package(IEnumerable<string> parts)
    {
        var members = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var dot = part.IndexOf(".\"", StringComparison.Ordinal);
            var key = dot > 0 && !part.StartsWith('"') ? part[..dot] : "";
            if (!members.TryGetValue(key, out var list))
            {
                members.Add(key, list = []);
            }

            list.Add(key.Length == 0 ? part : part[(dot + 1)..]);
        }

        return "{" + string.Join(", ", members.Select(m => m.Key.Length == 0 ? string.Join(", ", m.Value) : $"\"{m.Key}\": {{ {string.Join(", ", m.Value)} }}")) + "}";
    }
}
