namespace PipelineKit.Core.Spec;

/// <summary>What runs the stages of Cake.</summary>
public enum CakeHost
{
    /// <summary>A script, started by <c>dotnet cake</c>.</summary>
    Script,

    /// <summary>A compiled project (Cake.Frosting), started by <c>dotnet run --project build</c>.</summary>
    Frosting,
}
