using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Pins;

/// <summary>What stands at a place of a generated file that a bot may change.</summary>
public enum PinPlaceKind
{
    /// <summary><c>uses: OWNER/NAME@COMMIT # TAG</c>, to the end of the line.</summary>
    Action,

    /// <summary>An input of an action that is the version of a tool.</summary>
    Input,

    /// <summary>The name of an image.</summary>
    Image,
}

/// <summary>A place of a generated file, found by its structure.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Node">The scalar.</param>
/// <param name="Where">What messages call it, for example <c>job lint</c>.</param>
public sealed record PinPlace(PinPlaceKind Kind, SourceScalar Node, string Where)
{
    /// <summary>For an input, the action that gets it, and its name.</summary>
    public (string Action, string Name) Input { get; init; }
}
