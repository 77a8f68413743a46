using System.Collections;
using System.Text.RegularExpressions;
using PipelineKit.Core.Stages.Recipes;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>What reads the inputs of a stage: its templates, the tools that serve it, the package managers of the stacks, and the renderer itself.</summary>
internal sealed partial class InputUse
{
    // `tool` is the short form of the key `tools`; services and their variables are resolved before a template runs.
    private static readonly string[] OfRenderer = ["tool", "services", "service-env"];

    private static readonly string[] Conditions = ["if", "each", "join", "gate", "require"];

    private readonly HashSet<string> _names = new(OfRenderer, StringComparer.Ordinal);

    /// <summary>Finds everything that a stage reads.</summary>
    public InputUse(LintedStage stage)
    {
        stage.Templates.ToList().ForEach(AddTemplate);
        var tools = stage.Catalog.ToolIds.Select(stage.Catalog.FindTool).OfType<ToolDefinition>().Where(t => t.Stages.Contains(stage.Manifest.Id, StringComparer.Ordinal));
        tools.ToList().ForEach(t => AddData(t.Data, isName: false));
        stage.Catalog.StackIds.Select(stage.Catalog.FindStack).OfType<StackDefinition>().ToList().ForEach(s => AddData(s.Data, isName: false));
    }

    /// <summary>True when a template reads the inputs as a whole, so that every one may be used.</summary>
    public bool ReadsAll { get; private set; }

    /// <summary>True when something reads the input.</summary>
    public bool Reads(InputDefinition input) => ReadsAll || _names.Contains(input.Name);

    /// <summary>The access to one member of a name: <c>inputs.x</c>, <c>inputs["x"]</c>.</summary>
    public static (string Owner, string Member)? Access(ScriptNode node)
    {
        var children = node.Children.Take(2).ToList();
        var member = node.Kind switch
        {
            ScriptNodeKind.Member => node.Name,
            ScriptNodeKind.Indexer => LintedTemplate.TextOf(children[1]),
            _ => null,
        };
        return member is not null && children[0] is { Kind: ScriptNodeKind.GlobalVariable, Name: { } owner } ? (owner, member) : null;
    }

    private void AddTemplate(LintedTemplate template)
    {
        var accesses = template.Nodes.Select(Access).Where(a => a?.Owner == "inputs").ToList();
        accesses.ForEach(a => _names.Add(a!.Value.Member.Replace('_', '-')));
        ReadsAll |= template.Nodes.Count(n => n is { Kind: ScriptNodeKind.GlobalVariable, Name: "inputs" }) > accesses.Count;
    }

    private void AddData(object? value, bool isName)
    {
        switch (value)
        {
            case string text:
                AddText(text, isName);
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                map.ToList().ForEach(pair => AddData(pair.Value, Conditions.Contains(pair.Key, StringComparer.Ordinal)));
                break;
            case IEnumerable list:
                list.Cast<object?>().ToList().ForEach(item => AddData(item, isName));
                break;
        }
    }

    private void AddText(string text, bool isName)
    {
        if (isName)
        {
            _names.UnionWith(text.Split('&', StringSplitOptions.TrimEntries).Select(t => t.TrimStart('!').Split('=')[0].TrimEnd('!')));
        }

        _names.UnionWith(Placeholder().Matches(text).Select(m => m.Groups[1].Value));
    }

    /// <summary>A placeholder of <see cref="ArgumentTemplate"/>.</summary>
    [GeneratedRegex(@"\{([a-z][a-z0-9.-]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
