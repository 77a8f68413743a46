namespace PipelineKit.Licences;

/// <summary>What the check says of a package, from best to worst.</summary>
public enum PackageOutcome
{
    /// <summary>The policy allows the licence.</summary>
    Allowed,

    /// <summary>A valid exception covers the package.</summary>
    Excepted,

    /// <summary>A development package, and the policy leaves those out.</summary>
    Ignored,

    /// <summary>A person must look at it; does not fail the check.</summary>
    Review,

    /// <summary>A development package whose licence is not allowed, and the policy only reports those.</summary>
    Reported,

    /// <summary>The policy denies the licence; fails the check.</summary>
    Denied,

    /// <summary>An exception covered the package until its date passed; fails the check.</summary>
    Expired,
}
