using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>The .NET tool manifest with what the script needs.</summary>
internal static class ToolManifest
{
    private const string CakeVersion = "7.0.0";

    /// <param name="pipelineKit">Source and version of PipelineKit when the pipeline runs it, else null.</param>
    public static string Make(ToolSource? pipelineKit)
    {
        var tools = Entry("cake.tool", CakeVersion, "dotnet-cake")
            + (pipelineKit is null ? "" : ",\n" + Entry("pipelinekit", pipelineKit.Version, "pipelinekit"));
        return $$"""
            {
              "version": 1,
              "isRoot": true,
              "tools": {
            {{tools}}
              }
            }

            """;
    }

    private static string Entry(string id, string version, string command) => $$"""
            "{{id}}": {
              "version": "{{version}}",
              "commands": [
                "{{command}}"
              ],
              "rollForward": false
            }
        """;
}
