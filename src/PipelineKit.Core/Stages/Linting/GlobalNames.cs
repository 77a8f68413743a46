using Scriban;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>The names that every stage template sees, as <see cref="Rendering.StageGlobals"/> and the context of templates give them.</summary>
internal sealed class GlobalNames
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _names = new(StringComparer.Ordinal)
    {
        ["stage"] = ["id", "title", "phase", "scope"],
        ["inputs"] = null,
        ["project"] = ["id", "path", "stack", "manager", "lock", "solution", "tests"],
        ["stack"] = null,
        ["tools"] = null,
        ["jobs"] = null,
        ["services"] = null,
        ["installs"] = null,
        ["files"] = null,
        ["reports"] = null,
        ["pipeline"] = ["name", "branches"],
        ["include"] = null,
        ["raw"] = null,
    };

    /// <summary>Lists the names, those of the language included.</summary>
    public GlobalNames()
    {
        var builtin = new TemplateContext().BuiltinObject;
        foreach (var name in builtin.Keys)
        {
            _names.TryAdd(name, builtin[name] is ScriptObject functions and not IScriptCustomFunction ? [.. functions.Keys] : null);
        }
    }

    /// <summary>All names.</summary>
    public IReadOnlyCollection<string> All => _names.Keys;

    /// <summary>The members of a name, or null where they are not the same in every template.</summary>
    public IReadOnlyList<string>? MembersOf(string name) => _names.GetValueOrDefault(name);
}
