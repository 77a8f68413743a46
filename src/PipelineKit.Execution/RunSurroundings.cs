using System.Collections;

namespace PipelineKit.Execution;

/// <summary>Everything that a run may know about the world outside, so that tests can make it up.</summary>
public sealed record RunSurroundings
{
    /// <summary>Full path of the repository.</summary>
    public required string Root { get; init; }

    /// <summary>The environment: where programs are looked for, what secrets are, and what every program gets.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = OfProcess();

    /// <summary>Asks a person whether to go on (the question is the argument); null where nobody sits at a terminal.</summary>
    public Func<string, bool>? Approve { get; init; }

    /// <summary>Clock of the time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a program that was asked to end (SIGTERM) may take before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The environment of this process. Names are as the system compares them: Windows does not tell upper from lower case.</summary>
    public static IReadOnlyDictionary<string, string> OfProcess()
    {
        var variables = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
