namespace PipelineKit.Licences;

/// <summary>How grave a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>The result may be less than asked for.</summary>
    Warning,

    /// <summary>The check could not do its work; it must not count as passed.</summary>
    Error,
}
