using System.Text;
using System.Text.Json;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Output;

/// <summary>A software bill of materials in SPDX 2.3 as JSON (https://spdx.github.io/spdx-spec/v2.3/).</summary>
public sealed class SpdxWriter : ILicenceReportWriter
{
    private const string Main = "SPDXRef-Project";
    private const string None = "NOASSERTION";

    /// <inheritdoc/>
    public string Format => "spdx";

    /// <inheritdoc/>
    public string Summary => "bill of materials, SPDX 2.3";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output) => JsonOutput.Write(output, json => json.Object(() =>
    {
        var ids = report.Packages.Select((decision, at) => (decision.Package.Purl, Id: Id(decision.Package, at)))
            .ToDictionary(pair => pair.Purl, pair => pair.Id, StringComparer.Ordinal);
        json.WriteString("spdxVersion", "SPDX-2.3");
        json.WriteString("dataLicense", "CC0-1.0");
        json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
        json.WriteString("name", report.Name);
        json.WriteString("documentNamespace", $"https://spdx.org/spdxdocs/{Uri.EscapeDataString(report.Name)}-{Wording.Uuid(report)}");
        json.Object("creationInfo", () =>
        {
            json.WriteString("created", Wording.Day(report.Today) + "T00:00:00Z");
            json.Array("creators", ["Tool: pipelinekit"], json.WriteStringValue);
        });
        json.Array("documentDescribes", [Main], json.WriteStringValue);
        json.WriteStartArray("packages");
        json.Object(() => WritePackage(json, Main, report.Name, "", null, None, None));
        foreach (var decision in report.Packages)
        {
            var package = decision.Package;
            json.Object(() => WritePackage(json, ids[package.Purl], package.Name, package.Version, package.Purl, Concluded(decision), Declared(decision)));
            json.Drain();
        }

        json.WriteEndArray();
        json.Array("relationships", Relations(report, ids), relation => json.Object(() =>
        {
            json.WriteString("spdxElementId", relation.From);
            json.WriteString("relationshipType", relation.Type);
            json.WriteString("relatedSpdxElement", relation.To);
        }));
        WriteReferences(json, report);
    }));

    private static void WritePackage(Utf8JsonWriter json, string id, string name, string version, string? purl, string concluded, string declared)
    {
        json.WriteString("SPDXID", id);
        json.WriteString("name", name);
        if (version.Length > 0)
        {
            json.WriteString("versionInfo", version);
        }

        json.WriteString("downloadLocation", None);
        json.WriteBoolean("filesAnalyzed", false);
        json.WriteString("licenseConcluded", concluded);
        json.WriteString("licenseDeclared", declared);
        json.WriteString("copyrightText", None);
        if (purl is not null)
        {
            json.Array("externalRefs", [purl], locator => json.Object(() =>
            {
                json.WriteString("referenceCategory", "PACKAGE-MANAGER");
                json.WriteString("referenceType", "purl");
                json.WriteString("referenceLocator", locator);
            }));
        }
    }

    private static IEnumerable<(string From, string Type, string To)> Relations(LicenceReport report, Dictionary<string, string> ids)
    {
        yield return ("SPDXRef-DOCUMENT", "DESCRIBES", Main);
        foreach (var package in report.Packages.Select(decision => decision.Package).Where(package => package.Direct))
        {
            yield return package.Development ? (ids[package.Purl], "DEV_DEPENDENCY_OF", Main) : (Main, "DEPENDS_ON", ids[package.Purl]);
        }

        foreach (var (from, to) in report.Dependencies)
        {
            yield return (ids[from], "DEPENDS_ON", ids[to]);
        }
    }

    // Every LicenseRef- of the document must be explained in it (SPDX 2.3, clause 10).
    private static void WriteReferences(Utf8JsonWriter json, LicenceReport report)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in report.Packages.Where(decision => Concluded(decision) != None))
        {
            foreach (var leaf in decision.Conclusion.Expression!.Leaves().Where(leaf => leaf is UnresolvedLicence or LicenceTerm { IsReference: true }))
            {
                var id = leaf is LicenceTerm term ? term.Id : leaf.ToString();
                texts.TryAdd(id, leaf is UnresolvedLicence open ? open.Spelling : $"The licence that {decision.Package.Label} calls {id}.");
            }
        }

        if (texts.Count > 0)
        {
            json.Array("hasExtractedLicensingInfos", texts, pair => json.Object(() =>
            {
                json.WriteString("licenseId", pair.Key);
                json.WriteString("extractedText", pair.Value);
            }));
        }
    }

    private static string Concluded(PackageDecision decision) =>
        decision.Conclusion.Expression is { } expression && !expression.Leaves().Any(leaf => leaf is LicenceTerm term && (IsForeign(term.Id) || IsForeign(term.Exception)))
            ? expression.ToString()
            : None;

    // References into other documents, and additions of SPDX 3, cannot stand in a document of version 2.3 alone.
    private static bool IsForeign(string? id) => id is not null
        && (id.StartsWith("DocumentRef-", StringComparison.Ordinal) || id.StartsWith("AdditionRef-", StringComparison.Ordinal));

    private static string Declared(PackageDecision decision)
    {
        var stated = decision.Package.Declared.FirstOrDefault(statement => statement.Kind is StatementKind.Expression or StatementKind.Field);
        return stated is not null && ExpressionParser.Parse(stated.Value.Trim()).Expression is { } expression
            && expression.Leaves().All(leaf => leaf is LicenceTerm { IsReference: false } term && !IsForeign(term.Exception))
                ? expression.ToString()
                : None;
    }

    private static string Id(LicencePackage package, int at)
    {
        var id = new StringBuilder("SPDXRef-").Append(Wording.Number(at + 1)).Append('-');
        foreach (var c in package.Label)
        {
            id.Append(char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-');
        }

        return id.ToString();
    }
}
