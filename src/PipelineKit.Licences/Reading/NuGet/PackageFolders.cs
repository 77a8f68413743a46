using System.Text.Json;

namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>The folders that hold restored packages.</summary>
internal static class PackageFolders
{
    /// <summary>Those that the assets file names as far as they may be read, then those of the request.</summary>
    public static IReadOnlyList<string> Of(JsonElement assets, ReadContext context)
    {
        var named = assets.Members("packageFolders").Select(folder => folder.Name).Where(Path.IsPathFullyQualified);
        return [.. named.Concat(context.Request.PackageFolders)
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            .Distinct(StringComparer.Ordinal)
            .Where(context.Files.FolderExists)];
    }
}
