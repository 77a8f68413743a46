namespace PipelineKit.Licences.Policies;

/// <summary>How a package counts whose licence is not known (<c>unknown:</c> in the spec).</summary>
public enum UnknownRule
{
    /// <summary>It is denied.</summary>
    Deny,

    /// <summary>A person must look at it.</summary>
    Review,
}
