namespace PipelineKit.Licences;

/// <summary>What the policy says of an expression; a greater value is better for the user of the package.</summary>
public enum LicenceVerdict
{
    /// <summary>May not be used.</summary>
    Denied = 0,

    /// <summary>A person must look at it.</summary>
    Review = 1,

    /// <summary>May be used.</summary>
    Allowed = 2,
}
