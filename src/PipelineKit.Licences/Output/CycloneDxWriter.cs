using System.Text.Json;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Output;

/// <summary>A software bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/).</summary>
public sealed class CycloneDxWriter : ILicenceReportWriter
{
    private const string Main = "project";

    /// <inheritdoc/>
    public string Format => "cyclonedx";

    /// <inheritdoc/>
    public string Summary => "bill of materials, CycloneDX 1.6";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output) => JsonOutput.Write(output, json => json.Object(() =>
    {
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteString("serialNumber", "urn:uuid:" + Wording.Uuid(report));
        json.WriteNumber("version", 1);
        json.Object("metadata", () => WriteMetadata(json, report));
        json.Array("components", report.Packages, decision => json.Object(() => WriteComponent(json, decision)));
        WriteDependencies(json, report);
    }));

    private static void WriteMetadata(Utf8JsonWriter json, LicenceReport report)
    {
        json.WriteString("timestamp", Wording.Day(report.Today) + "T00:00:00Z");
        json.Object("tools", () => json.Array("components", ["pipelinekit"], name => json.Object(() =>
        {
            json.WriteString("type", "application");
            json.WriteString("name", name);
        })));
        json.Object("component", () =>
        {
            json.WriteString("type", "application");
            json.WriteString("bom-ref", Main);
            json.WriteString("name", report.Name);
        });
    }

    private static void WriteComponent(Utf8JsonWriter json, PackageDecision decision)
    {
        var package = decision.Package;
        var slash = package.Ecosystem == Ecosystem.Npm && package.Name.StartsWith('@') ? package.Name.IndexOf('/', StringComparison.Ordinal) : -1;
        json.WriteString("type", "library");
        json.WriteString("bom-ref", package.Purl);
        if (slash > 0)
        {
            json.WriteString("group", package.Name[..slash]);
        }

        json.WriteString("name", package.Name[(slash + 1)..]);
        json.WriteString("version", package.Version);
        json.WriteString("scope", package.Development ? "excluded" : "required");
        WriteLicences(json, decision);
        json.WriteString("purl", package.Purl);
        if (package is { Development: true, Ecosystem: Ecosystem.Npm })
        {
            json.Array("properties", ["cdx:npm:package:development"], name => json.Object(() =>
            {
                json.WriteString("name", name);
                json.WriteString("value", "true");
            }));
        }
    }

    private static void WriteLicences(Utf8JsonWriter json, PackageDecision decision)
    {
        switch (decision.Conclusion.Expression)
        {
            case null or UnresolvedLicence:
                var names = decision.Package.Declared.Where(statement => statement.Kind is StatementKind.Expression or StatementKind.Field or StatementKind.Classifier)
                    .Select(statement => Wording.Safe(statement.Value)).Where(name => name.Length > 0).Distinct().ToList();
                if (names.Count > 0)
                {
                    json.Array("licenses", names, name => Licence(json, "name", name, "declared"));
                }

                break;
            case LicenceTerm { OrLater: false, Exception: null } term when SpdxList.Find(term.Id) is { InCycloneDx: true }:
                json.Array("licenses", [term.Id], id => Licence(json, "id", id, "concluded"));
                break;
            case var expression:
                json.Array("licenses", [expression.ToString()], text => json.Object(() =>
                {
                    json.WriteString("expression", text);
                    json.WriteString("acknowledgement", "concluded");
                }));
                break;
        }
    }

    private static void Licence(Utf8JsonWriter json, string key, string value, string acknowledgement) => json.Object(() => json.Object("license", () =>
    {
        json.WriteString(key, value);
        json.WriteString("acknowledgement", acknowledgement);
    }));

    private static void WriteDependencies(Utf8JsonWriter json, LicenceReport report)
    {
        var targets = report.Dependencies.ToLookup(edge => edge.From, edge => edge.To);
        var refs = report.Packages.Select(decision => (decision.Package.Purl, Targets: targets[decision.Package.Purl]));
        var direct = report.Packages.Where(decision => decision.Package.Direct).Select(decision => decision.Package.Purl);
        json.Array("dependencies", refs.Prepend((Main, direct)), entry => json.Object(() =>
        {
            json.WriteString("ref", entry.Item1);
            json.Array("dependsOn", entry.Item2, json.WriteStringValue);
        }));
    }
}
