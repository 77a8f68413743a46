namespace PipelineKit.Platforms.Cake;

/// <summary>One call inside a stage.</summary>
/// <param name="Text">The call as C# source, without a semicolon.</param>
/// <param name="When">When it is made.</param>
internal sealed record CommandCall(string Text, CallTime When = CallTime.InOrder);

/// <summary>When a call is made.</summary>
internal enum CallTime
{
    /// <summary>Before all others, which only make sense when it has worked.</summary>
    First,

    /// <summary>Unless one before it has failed.</summary>
    InOrder,

    /// <summary>At its place, also after a failure.</summary>
    Always,

    /// <summary>When all is over, also after a failure.</summary>
    Last,
}
