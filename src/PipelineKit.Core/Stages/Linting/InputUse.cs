using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>What reads the inputs of a stage: its templates, those of its tools among them, and the renderer itself.</summary>
internal sealed class InputUse
{
    // `tool` is the short form of the key `tools`; services and their variables are resolved before a template runs.
    private static readonly string[] OfRenderer = ["tool", "services", "service-env"];

    private readonly HashSet<string> _names = new(OfRenderer, StringComparer.Ordinal);

    /// <summary>Finds everything that a stage reads.</summary>
    public InputUse(LintedStage stage)
    {
        stage.Templates.ToList().ForEach(AddTemplate);
    }

    /// <summary>True when a template reads the inputs as a whole, so that every one may be used.</summary>
    public bool ReadsAll { get; private set; }

    /// <summary>True when something reads the input.</summary>
    public bool Reads(InputDefinition input) => ReadsAll || _names.Contains(input.Name);

    /// <summary>The access to one member of a name: <c>inputs.x</c>, <c>inputs["x"]</c>.</summary>
    public static (string Owner, string Member)? Access(ScriptNode node)
    {
        var (target, member) = node switch
        {
            ScriptMemberExpression access => (access.Target, access.Member?.Name),
            ScriptIndexerExpression access => (access.Target, SyntaxNodes.TextOf(access.Index)),
            _ => (null, null),
        };
        return member is not null && target?.VariableName() is { } owner ? (owner, member) : null;
    }

    private void AddTemplate(LintedTemplate template)
    {
        var accesses = template.Nodes.Select(Access).Where(a => a?.Owner == "inputs").ToList();
        accesses.ForEach(a => _names.Add(a!.Value.Member.Replace('_', '-')));
        ReadsAll |= template.Nodes.Count(n => n.VariableName() == "inputs") > accesses.Count;
    }
}
