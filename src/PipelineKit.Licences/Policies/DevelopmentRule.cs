namespace PipelineKit.Licences.Policies;

/// <summary>How packages count that are only needed for development (<c>dev:</c> in the spec).</summary>
public enum DevelopmentRule
{
    /// <summary>They are judged and listed, but never fail the check.</summary>
    Report,

    /// <summary>They are listed as ignored.</summary>
    Ignore,

    /// <summary>They count like all others.</summary>
    Enforce,
}
