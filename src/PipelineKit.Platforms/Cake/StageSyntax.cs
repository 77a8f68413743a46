namespace PipelineKit.Platforms.Cake;

/// <summary>How the code of a stage reaches what is around it: a script by global names, a class by its members and the aliases of its context.</summary>
internal sealed record StageSyntax
{
    /// <summary>A statement of a script.</summary>
    public static StageSyntax Script { get; } = new();

    /// <summary>A class of a compiled project.</summary>
    public static StageSyntax Class { get; } = new()
    {
        Alias = "Context.",
        Variable = name => $"Settings.Env[{name}]!",
        SettingsVariable = name => $"Environment.GetEnvironmentVariable({name})",
        Question = ("build => ", "build."),
    };

    /// <summary>What stands before an alias of Cake inside a stage.</summary>
    public string Alias { get; private init; } = "";

    /// <summary>The value of a variable of the stage, from its name as a literal.</summary>
    public Func<string, string> Variable { get; private init; } = name => $"current.Env[{name}]";

    /// <summary>The value of a variable of the machine among the settings, where the stage does not run yet.</summary>
    public Func<string, string> SettingsVariable { get; private init; } = name => $"EnvironmentVariable({name})";

    /// <summary>What stands before a question to the machine, and before each alias in it.</summary>
    public (string Start, string Alias) Question { get; private init; } = ("", "");
}
