using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>The SDK: one builds for its own version and all before it; tools of the pipeline need the newest supported one.</summary>
internal static class DotnetVersions
{
    public static void Choose(RepositoryView view, DetectedProject project, DotnetBuild build)
    {
        var lines = view.Languages.Of("dotnet");
        var newest = build.Projects.SelectMany(build.Frameworks).Select(Runtime).OfType<Version>().Append(Version.Parse(lines.Newest)).Max()!;
        project.Option("versions", new[] { newest.ToString(2) });
        project.Found($"SDK {newest.ToString(2)}, which builds for what is before it too", new Place(build.FirstPath ?? project.Evidence));
        var file = RepositoryScan.Join(project.Path, "global.json");
        var global = DataText.Json(view.Scan.Read(file));
        if (global.At("sdk", "version")?.Text is { } held && Version.TryParse(held.Split('-')[0], out var version)
            && version.Major < newest.Major && global.At("sdk", "rollForward")?.Text is not ("major" or "latestMajor"))
        {
            project.ByHand($"the file holds the SDK at {held}, and the tools of the pipeline need {lines.Newest}: set `\"rollForward\": \"latestMajor\"`", new Place(file, global.At("sdk", "version")!.Line));
        }
    }

    /// <summary>The version of a framework such as <c>net10.0-windows</c>; null for .NET Framework and .NET Standard.</summary>
    public static Version? Runtime(string moniker)
    {
        var name = moniker.Trim().Split('-')[0];
        return name.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(name.AsSpan(3), out var version) && version.Major >= 5 ? version : null;
    }
}
