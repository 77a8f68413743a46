using System.Collections.Immutable;
using System.Text.Json;

namespace PipelineKit.Licences.Reading.Sbom;

/// <summary>Reads a CycloneDX document (https://cyclonedx.org/docs/1.6/json/).</summary>
internal static class CycloneDxDocument
{
    private const int MaximumDepth = 16;

    public static SbomGraph Read(JsonElement root, string shown)
    {
        var graph = new SbomGraph();
        foreach (var component in root.Items("components"))
        {
            Add(component, shown, graph, 0);
        }

        var main = root.Member("metadata").Member("component").String("bom-ref");
        foreach (var dependency in root.Items("dependencies"))
        {
            var from = dependency.String("ref") ?? "";
            foreach (var to in dependency.Items("dependsOn").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!))
            {
                if (from == main && !graph.Has(from))
                {
                    graph.AddRoot(to);
                }

                graph.Connect(from, to);
            }
        }

        return graph;
    }

    private static void Add(JsonElement component, string shown, SbomGraph graph, int depth)
    {
        var name = component.String("name") ?? "";
        var full = component.String("group") is { Length: > 0 } group ? $"{group}/{name}" : name;
        var version = component.String("version") ?? "";
        if (name.Length > 0 && component.String("type") is not ("file" or "operating-system" or "device" or "data"))
        {
            graph.Add(component.String("bom-ref") ?? $"{full}@{version}", full, version, component.String("purl"), Licences(component, shown), IsDevelopment(component));
        }

        foreach (var inner in component.Items("components").Where(_ => depth < MaximumDepth))
        {
            Add(inner, shown, graph, depth + 1);
        }
    }

    // npm's generator marks development packages by a property; "excluded" means that the component is not shipped.
    private static bool IsDevelopment(JsonElement component) =>
        component.String("scope") == "excluded"
        || component.Items("properties").Any(property => property.String("name") == "cdx:npm:package:development" && property.String("value") == "true");

    private static ImmutableArray<LicenceStatement> Licences(JsonElement component, string shown)
    {
        var statements = ImmutableArray.CreateBuilder<LicenceStatement>();
        foreach (var choice in component.Items("licenses"))
        {
            var licence = choice.Member("license");
            if (choice.String("expression") is { } expression)
            {
                statements.Add(new(StatementKind.Expression, expression, new(shown)));
            }
            else if (licence.String("id") is { } id)
            {
                statements.Add(new(StatementKind.Expression, id, new(shown)));
            }
            else if (licence.String("name") is { } name)
            {
                statements.Add(new(StatementKind.Field, name, new(shown)));
                AddTextAndAddress(licence, shown, statements);
            }
        }

        return statements.ToImmutable();
    }

    private static void AddTextAndAddress(JsonElement licence, string shown, ImmutableArray<LicenceStatement>.Builder statements)
    {
        var text = licence.Member("text");
        if (text.String("content") is { Length: > 0 } content && text.String("encoding") is null)
        {
            statements.Add(new(StatementKind.Text, content, new(shown)));
        }

        if (licence.String("url") is { } url)
        {
            statements.Add(new(StatementKind.Url, url, new(shown)));
        }
    }
}
