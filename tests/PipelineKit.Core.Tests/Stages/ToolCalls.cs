using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>Tells whether a command calls a tool: by its program, its Python module, its package with a version, or by the words that its SDK has for it.</summary>
internal static class ToolCalls
{
    // What is a part of another program. The words stand one behind the other.
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["code-metrics"] = ["dotnet", "msbuild", ".pipelinekit/code-metrics/analyze.csproj"],
        ["dotnet-format"] = ["dotnet", "format"],
        ["dotnet-pack"] = ["dotnet", "pack"],
        ["dotnet-test"] = ["dotnet", "test"],
        ["dotnet-licences"] = ["dotnet", "msbuild", ".pipelinekit/dotnet-licences/projects.proj"],
        ["nuget-audit"] = ["dotnet", "package", "list"],
        ["nuget-push"] = ["dotnet", "nuget", "push"],
        ["nullable"] = ["dotnet", "msbuild", ".pipelinekit/nullable/analyze.csproj"],
        ["security-code-scan"] = ["dotnet", "msbuild", ".pipelinekit/security-code-scan/analyze.csproj"],
        ["sonar-analyzer"] = ["dotnet", "msbuild", ".pipelinekit/sonar-analyzer/analyze.csproj"],
        ["xml-docs"] = ["dotnet", "msbuild", ".pipelinekit/xml-docs/check.proj"],
        ["npm-audit"] = ["npm", "audit"],
        ["pnpm-audit"] = ["pnpm", "audit"],
        ["yarn-audit"] = ["yarn", "npm", "audit"],
        ["npm-publish"] = ["node", ".pipelinekit/npm-publish/publish.mjs"],
        ["pipelinekit"] = ["dotnet", "pipelinekit"],
    };

    // Programs that the package manager of the project gives.
    private static readonly Dictionary<string, string[]> Programs = new(StringComparer.Ordinal)
    {
        ["script"] = ["npm", "pnpm", "yarn"],
        ["node-pack"] = ["npm", "pnpm", "yarn"],
        ["python-licences"] = [".pipelinekit/python-licences/check_installed_licences.py"],
    };

    /// <summary>True for a command of the tool.</summary>
    public static bool Calls(ToolDefinition tool, Command command)
    {
        var words = command.Argv.OfType<LiteralValue>().Select(a => a.Text).ToList();
        if (Words.TryGetValue(tool.Id, out var sequence))
        {
            return Enumerable.Range(0, Math.Max(0, words.Count - sequence.Length + 1)).Any(i => words.Skip(i).Take(sequence.Length).SequenceEqual(sequence));
        }

        var recipe = tool.Recipe!;
        var names = Programs.TryGetValue(tool.Id, out var own) ? own : [recipe.Program, recipe.Module];
        return words.Any(w => names.Contains(w) || (w.StartsWith(recipe.Package + "@", StringComparison.Ordinal) && char.IsAsciiDigit(w[recipe.Package.Length + 1])));
    }
}
