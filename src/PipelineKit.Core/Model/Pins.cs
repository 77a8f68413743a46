namespace PipelineKit.Core.Model;

/// <summary>A GitHub action at one commit.</summary>
/// <param name="Action">Owner and name, for example <c>actions/checkout</c>; a path below it shares the pin.</param>
/// <param name="Version">Release tag shown as a comment.</param>
/// <param name="Commit">Full commit SHA-1.</param>
public sealed record ActionPin(string Action, string Version, string Commit);

/// <summary>The pin table: the commits that actions, and the versions that tools and images, are held at.</summary>
public sealed class PinTable
{
    private readonly Dictionary<string, ActionPin> _actions;
    private readonly Dictionary<string, string> _tools;

    /// <summary>Makes a table; a later pin of the same thing wins.</summary>
    public PinTable(IEnumerable<ActionPin> actions, IEnumerable<KeyValuePair<string, string>> tools)
    {
        (_actions, _tools) = (new(StringComparer.OrdinalIgnoreCase), new(StringComparer.Ordinal));
        foreach (var action in actions)
        {
            _actions[action.Action] = action;
        }

        foreach (var (tool, version) in tools)
        {
            _tools[tool] = version;
        }
    }

    /// <summary>The pin of an action or of the repository that holds it (<c>github/codeql-action/upload-sarif</c>), or null.</summary>
    public ActionPin? FindAction(string action)
    {
        if (_actions.TryGetValue(action, out var pin))
        {
            return pin;
        }

        var parts = action.Split('/');
        return parts.Length > 2 && _actions.TryGetValue($"{parts[0]}/{parts[1]}", out pin) ? pin : null;
    }

    /// <summary>Ids of all pinned tools, toolchains and images.</summary>
    public IEnumerable<string> ToolIds => _tools.Keys;

    /// <summary>The version of a tool, toolchain or image, or null.</summary>
    public string? FindTool(string id) => _tools.GetValueOrDefault(id);
}
