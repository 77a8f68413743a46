using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>A value that an expression writes into the text of a template.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Place">Where in the YAML it stands.</param>
/// <param name="Key">Key whose value it belongs to, where it is known.</param>
internal sealed record Interpolation(ScriptNode Expression, InterpolationPlace Place, string? Key)
{
    /// <summary>True for a value that is written without quotes on purpose.</summary>
    public bool IsRaw { get; } = Expression.Calls("raw");
}

/// <summary>Where an interpolation stands in the YAML around it.</summary>
internal enum InterpolationPlace
{
    /// <summary>It is a whole key or value.</summary>
    Whole,

    /// <summary>Beside other text of a plain scalar.</summary>
    Plain,

    /// <summary>Inside quotes.</summary>
    Quoted,

    /// <summary>Inside a block scalar.</summary>
    Block,

    /// <summary>In a comment.</summary>
    Comment,
}
