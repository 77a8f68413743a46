namespace PipelineKit.Core.Stages.Reading;

/// <summary>What all data files have in common.</summary>
internal static class DataFile
{
    /// <summary>The id inside a file must be its name, so that a copied file cannot shadow another one unseen.</summary>
    public static void CheckId(MapReader map, string id)
    {
        if (map.Required("id") is { } node && Scalars.Text(node, "\"id\"", map.Diagnostics) is { } written && written != id)
        {
            map.Diagnostics.Add(StageDiagnostics.BadDataFile, node.Span, $"this file is \"{id}\" by its name but says id \"{written}\"");
        }
    }
}
