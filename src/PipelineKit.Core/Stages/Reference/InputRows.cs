namespace PipelineKit.Core.Stages.Reference;

/// <summary>The inputs of a stage as rows of a table.</summary>
public static class InputRows
{
    /// <summary>Name, type, default and meaning of each input, in the order of the manifest.</summary>
    public static IEnumerable<string[]> Of(StageManifest stage) =>
        stage.Inputs.Select(i => new[] { i.Name, Plain(ReferenceTable.Type(i)), Plain(ReferenceTable.Default(i)), i.Description + ReferenceTable.Only(i) });

    // A page marks code, a terminal does not.
    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);
}
