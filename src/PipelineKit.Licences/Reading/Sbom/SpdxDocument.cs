using System.Collections.Immutable;
using System.Text.Json;

namespace PipelineKit.Licences.Reading.Sbom;

/// <summary>Reads an SPDX 2.2 or 2.3 document in JSON (https://spdx.github.io/spdx-spec/v2.3/).</summary>
internal static class SpdxDocument
{
    public static SbomGraph Read(JsonElement root, string shown)
    {
        var graph = new SbomGraph();
        var described = Described(root);
        var development = Related(root, "DEV_DEPENDENCY_OF").Concat(Related(root, "TEST_DEPENDENCY_OF")).Concat(Related(root, "BUILD_TOOL_OF"))
            .Select(pair => pair.From).ToHashSet(StringComparer.Ordinal);
        foreach (var package in root.Items("packages"))
        {
            var id = package.String("SPDXID") ?? "";
            var name = package.String("name") ?? "";
            if (name.Length > 0 && !described.Contains(id))
            {
                graph.Add(id, name, package.String("versionInfo") ?? "", Purl(package), Licences(package, shown), development.Contains(id));
            }
        }

        foreach (var (from, to) in Related(root, "DEPENDS_ON").Concat(Related(root, "DEPENDENCY_OF", turned: true)).Concat(Related(root, "DEV_DEPENDENCY_OF", turned: true)))
        {
            if (described.Contains(from))
            {
                graph.AddRoot(to);
            }

            graph.Connect(from, to);
        }

        return graph;
    }

    // What the document is about is not one of its third-party packages, unless it is about nothing else.
    private static HashSet<string> Described(JsonElement root)
    {
        var described = root.Items("documentDescribes").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            .Concat(Related(root, "DESCRIBES").Where(pair => pair.From == "SPDXRef-DOCUMENT").Select(pair => pair.To))
            .ToHashSet(StringComparer.Ordinal);
        return root.Items("packages").All(package => described.Contains(package.String("SPDXID") ?? "")) ? [] : described;
    }

    private static IEnumerable<(string From, string To)> Related(JsonElement root, string type, bool turned = false) =>
        root.Items("relationships").Where(relation => relation.String("relationshipType") == type)
            .Select(relation => (relation.String("spdxElementId") ?? "", relation.String("relatedSpdxElement") ?? ""))
            .Select(pair => turned ? (pair.Item2, pair.Item1) : pair);

    private static string? Purl(JsonElement package) =>
        package.Items("externalRefs").FirstOrDefault(reference => reference.String("referenceType") == "purl").String("referenceLocator");

    private static ImmutableArray<LicenceStatement> Licences(JsonElement package, string shown)
    {
        foreach (var field in (string[])["licenseConcluded", "licenseDeclared"])
        {
            if (package.String(field) is { } expression and not ("NOASSERTION" or "NONE" or ""))
            {
                return [new(StatementKind.Expression, expression, new(shown))];
            }
        }

        return [];
    }
}
