using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Recipes;
using PipelineKit.Core.Stages.Rendering.Functions;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What the templates of tools and of package managers see beside the globals of their stage or project.</summary>
internal static class ToolGlobals
{
    /// <summary>Names of what is known of a tool, for the linter and the reference.</summary>
    public static IReadOnlyList<string> OfFacts { get; } = ["program", "module", "package", "version", "requirements"];

    /// <summary>Further names of the template of a tool.</summary>
    public static IReadOnlyList<string> OfTool { get; } = ["reports", "severity", "tables"];

    /// <summary>The functions of the template of a tool, for the linter and the reference; they are not to be called.</summary>
    public static IReadOnlyList<TemplateFunction> Functions { get; } =
        [new ToolFunction("tool", null), new CompanionFunction(null), new RequireFunction(null, null), new PinFunction(null)];

    private static readonly string[] Words =
    [
        "break", "capture", "case", "continue", "do", "else", "empty", "end", "false", "for", "func", "if", "import", "in", "null", "readonly", "ret",
        "tablerow", "this", "true", "when", "while", "with", "wrap",
    ];

    private static readonly HashSet<string> Taken = new(
        Words.Concat(StageGlobals.Members.Keys).Concat(["inputs", "stack", "include"]).Concat(TemplateFunctions.General.Select(f => f.Name))
            .Concat(OfFacts).Concat(OfTool).Concat(Functions.Select(f => f.Name)).Concat(BuiltInFunctions.Names),
        StringComparer.Ordinal);

    /// <summary>True for a name that means something else in the template of a tool.</summary>
    public static bool IsTaken(string name) => Taken.Contains(name);

    /// <summary>The name of the function that a tool is in its templates.</summary>
    public static string FunctionOf(string tool) => tool.Replace('-', '_');

    /// <summary>Adds what a package manager must know of a tool.</summary>
    public static void AddFacts(ScriptObject globals, ToolFacts facts)
    {
        StageGlobals.Add(globals, "program", facts.Program);
        StageGlobals.Add(globals, "module", facts.Module);
        StageGlobals.Add(globals, "package", facts.Package);
        StageGlobals.Add(globals, "version", facts.Version);
        StageGlobals.Add(globals, "requirements", facts.Requirements);
    }

    /// <summary>Everything of one tool in one job.</summary>
    public static ScriptObject Make(StageFacts stage, ResolvedTool tool, string reports, Func<string, string?> pinned, DiagnosticBag diagnostics)
    {
        var globals = new ScriptObject();
        AddFacts(globals, tool.Facts);
        StageGlobals.Add(globals, "reports", reports);
        StageGlobals.Add(globals, "severity", SeverityOf(stage, tool));
        StageGlobals.Add(globals, "tables", Tables(tool.Recipe));
        globals.SetValue("tool", new ToolFunction("tool", tool), readOnly: true);
        var name = FunctionOf(tool.Recipe.Id);
        globals.SetValue(name, new ToolFunction(name, tool), readOnly: true);
        globals.SetValue("companion", new CompanionFunction(tool), readOnly: true);
        globals.SetValue("require", new RequireFunction(tool, diagnostics), readOnly: true);
        globals.SetValue("pin", new PinFunction(pinned), readOnly: true);
        return globals;
    }

    private static IReadOnlyList<string> SeverityOf(StageFacts stage, ResolvedTool tool) =>
        stage.Request.Stage.FailOn?.Value is { } wanted && tool.Recipe.Severities.TryGetValue(wanted, out var arguments) ? arguments : [];

    private static OrderedDictionary<string, object?> Tables(ToolRecipe recipe)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, table) in recipe.Tables)
        {
            var entries = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (key, texts) in table)
            {
                entries.Add(key, texts);
            }

            result.Add(name.Replace('-', '_'), entries);
        }

        return result;
    }
}
