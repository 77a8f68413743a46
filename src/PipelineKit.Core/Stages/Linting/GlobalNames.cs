using PipelineKit.Core.Stages.Rendering;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>The names that a template sees: those of every template, and by its kind those of a layout, of a tool or of a package manager.</summary>
internal sealed class GlobalNames
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _names = new(StringComparer.Ordinal)
    {
        ["inputs"] = null,
        ["stack"] = null,
        ["include"] = null,
        ["for"] = null,
        ["while"] = null,
    };

    // The template of a package manager sees no stage.
    private GlobalNames(IEnumerable<string> ofManager)
        : this((ToolDefinition?)null)
    {
        foreach (var name in LayoutGlobals.Names.Concat(["stage", "inputs"]))
        {
            _names.Remove(name);
        }

        Add(ofManager);
    }

    private GlobalNames(ToolDefinition? tool)
    {
        foreach (var (name, members) in StageGlobals.Members)
        {
            _names.Add(name, members);
        }

        Add(TemplateFunctions.General.Select(f => f.Name));
        if (tool is not null)
        {
            Add(ToolNames.Append(ToolGlobals.FunctionOf(tool.Id)));
            _names["tables"] = tool.Recipe is { } recipe ? [.. recipe.Tables.Keys.Select(k => k.Replace('-', '_'))] : null;
        }
        else
        {
            Add(LayoutGlobals.Names);
        }

        var chosen = BuiltInFunctions.Chosen;
        foreach (var name in chosen.Keys)
        {
            _names.TryAdd(name, chosen[name] is ScriptObject functions ? [.. functions.Keys] : null);
        }
    }

    /// <summary>All names.</summary>
    public IReadOnlyCollection<string> All => _names.Keys;

    /// <summary>The names that a layout sees.</summary>
    public static GlobalNames OfLayout { get; } = new((ToolDefinition?)null);

    /// <summary>The names that the template of a package manager sees.</summary>
    public static GlobalNames OfManager { get; } = new(ToolGlobals.OfFacts);

    // A partial may be included by a layout or by the template of a tool.
    private static GlobalNames OfPartial { get; } = MakePartial();

    /// <summary>The names that a template sees.</summary>
    public static GlobalNames Of(LintedTemplate template) =>
        template.Tool is { } tool ? new(tool)
            : template.Path.StartsWith("partials/", StringComparison.Ordinal) ? OfPartial
            : template.Path.StartsWith("stacks/", StringComparison.Ordinal) ? OfManager
            : OfLayout;

    /// <summary>The members of a name, or null where they are not the same in every template.</summary>
    public IReadOnlyList<string>? MembersOf(string name) => _names.GetValueOrDefault(name);

    private static IEnumerable<string> ToolNames => ToolGlobals.OfFacts.Concat(ToolGlobals.OfTool).Concat(ToolGlobals.Functions.Select(f => f.Name));

    private static GlobalNames MakePartial()
    {
        var names = new GlobalNames((ToolDefinition?)null);
        names.Add(ToolNames);
        return names;
    }

    private void Add(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _names.TryAdd(name, null);
        }
    }
}
