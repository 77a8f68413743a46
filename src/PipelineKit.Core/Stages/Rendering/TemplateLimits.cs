namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What a template may use at most. Templates may come from strangers; each limit ends in an error with a place.</summary>
internal static class TemplateLimits
{
    /// <summary>Rounds of all loops of a render together.</summary>
    public const int Loops = 10_000;

    /// <summary>Calls inside of one another, includes among them.</summary>
    public const int Calls = 20;

    /// <summary>Levels of lists and mappings in a value.</summary>
    public const int Nesting = 20;

    /// <summary>Levels of expressions and blocks in the source.</summary>
    public const int Depth = 100;

    /// <summary>Characters of one text.</summary>
    public const int Text = 1 << 18;

    /// <summary>Entries of one list.</summary>
    public const int Items = 10_000;

    /// <summary>Characters of all texts that the expressions of a render make.</summary>
    public const int AllText = 1 << 25;

    /// <summary>Entries of all lists that they make.</summary>
    public const int AllItems = 1 << 23;

    /// <summary>Characters of everything that is written.</summary>
    public const int Output = 1 << 20;

    /// <summary>Characters of a template.</summary>
    public const int Source = 1 << 19;

    /// <summary>Time of a render.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(4);
}
