using System.Text.Json;
using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init;

/// <summary>What <c>init</c> saw, chose and left out, and why: for people a line each, for programs JSON.</summary>
internal static class InitReport
{
    // In the order of the enumeration.
    private static readonly string[] Words = ["found", "chosen", "left out", "by hand"];

    /// <summary>Lines for a terminal: what it is, the sentence, and the place.</summary>
    public static IEnumerable<string> Lines(InitPlan plan)
    {
        var all = All(plan).OrderBy(f => f.Finding.Kind is FindingKind.LeftOut or FindingKind.ByHand ? 1 : 0);
        foreach (var (project, finding) in all)
        {
            var of = plan.Projects.Count > 1 && project is not null && project.Path != "." ? $"{project.Path}: " : "";
            var place = finding.Place is { } at ? $" ({at})" : "";
            yield return $"{Words[(int)finding.Kind],-8}  {of}{finding.Text}{place}";
        }
    }

    /// <summary>The same as one JSON document, with the text of the spec.</summary>
    public static string Json(InitPlan plan, string spec, string text)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("spec", spec);
            json.WriteString("text", text);
            json.WriteStartArray("findings");
            foreach (var (project, finding) in All(plan))
            {
                json.WriteStartObject();
                json.WriteString("kind", Words[(int)finding.Kind].Replace(' ', '-'));
                json.WriteString("text", finding.Text);
                if (project is not null)
                {
                    json.WriteString("project", project.Path);
                    json.WriteString("stack", project.Stack);
                }

                if (finding.Place is { } place)
                {
                    json.WriteString("file", place.File);
                    if (place.Line > 0)
                    {
                        json.WriteNumber("line", place.Line);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static IEnumerable<(DetectedProject? Project, Finding Finding)> All(InitPlan plan) =>
        plan.Projects.SelectMany(p => p.Findings.Select(f => ((DetectedProject?)p, f))).Concat(plan.Findings.Select(f => ((DetectedProject?)null, f)));
}
