namespace PipelineKit.Core.Stages;

/// <summary>A typed input of a stage, or an option of a stack.</summary>
public sealed record InputDefinition
{
    /// <summary>Name as written in the spec, kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>Type of its value.</summary>
    public required InputType Type { get; init; }

    /// <summary>One sentence for the reference and the schema.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// Default: string, long, double, bool, <see cref="IReadOnlyList{T}"/> of object, or an ordered dictionary by string; null when the input may be absent.
    /// </summary>
    public object? Default { get; init; }

    /// <summary>True when a spec must give it; it has no default then.</summary>
    public bool Required { get; init; }

    /// <summary>Defaults that differ by stack; they win over <see cref="Default"/>.</summary>
    public IReadOnlyDictionary<string, object> DefaultByStack { get; init; } = new Dictionary<string, object>();

    /// <summary>Stacks that have this input; empty means all.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>Allowed values (enum), or allowed items (list).</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Regular expression that a string, or each item of a list, must match as a whole.</summary>
    public string? Pattern { get; init; }

    /// <summary>Smallest number allowed, inclusive.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number allowed, inclusive.</summary>
    public double? Maximum { get; init; }

    /// <summary>Option of a stack only: a stage may give it too, for itself alone.</summary>
    public bool PerStage { get; init; }

    /// <summary>Option of a stack only: package managers that can honour it; empty means all.</summary>
    public IReadOnlyList<string> Managers { get; init; } = [];

    /// <summary>Its values are arguments that the spec adds to a command on purpose, so they may begin with a dash.</summary>
    public bool Arguments { get; init; }
}

/// <summary>Type of an input.</summary>
public enum InputType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Any finite number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>List of texts.</summary>
    List,

    /// <summary>Mapping from text to text (or to a list of texts).</summary>
    Map,

    /// <summary>One of the given words.</summary>
    Enum,

    /// <summary>A number with <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    Duration,
}
