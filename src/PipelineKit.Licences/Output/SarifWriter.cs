using System.Text.Json;

namespace PipelineKit.Licences.Output;

/// <summary>SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): one result per package that needs attention.</summary>
public sealed class SarifWriter : ILicenceReportWriter
{
    private static readonly (PackageOutcome Outcome, string Id, string Level, string Text)[] Rules =
    [
        (PackageOutcome.Denied, "licence-denied", "error", "The policy denies the licence of the package."),
        (PackageOutcome.Expired, "licence-exception-expired", "error", "The exception that covered the package has expired."),
        (PackageOutcome.Review, "licence-review", "warning", "A person must look at the licence of the package."),
        (PackageOutcome.Reported, "licence-development", "note", "The licence of a development package is not allowed."),
    ];

    /// <inheritdoc/>
    public string Format => "sarif";

    /// <inheritdoc/>
    public string Summary => "SARIF 2.1.0, for code scanning";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output) => JsonOutput.Write(output, json => json.Object(() =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.Array("runs", [report], run => json.Object(() => WriteRun(json, run)));
    }));

    private static void WriteRun(Utf8JsonWriter json, LicenceReport report)
    {
        json.Object("tool", () => json.Object("driver", () =>
        {
            json.WriteString("name", "PipelineKit licences");
            json.Array("rules", Rules, rule => json.Object(() =>
            {
                json.WriteString("id", rule.Id);
                json.Object("shortDescription", () => json.WriteString("text", rule.Text));
                json.Object("defaultConfiguration", () => json.WriteString("level", rule.Level));
            }));
        }));
        json.Array("invocations", [report], _ => json.Object(() =>
        {
            json.WriteBoolean("executionSuccessful", !report.Problems.Any(problem => problem.Severity == ProblemSeverity.Error));
            json.Array("toolExecutionNotifications", report.Problems, problem => json.Object(() => WriteProblem(json, problem)));
        }));
        json.Array("results", Wording.Findings(report), decision => json.Object(() => WriteResult(json, decision)));
    }

    private static void WriteResult(Utf8JsonWriter json, PackageDecision decision)
    {
        var rule = Array.FindIndex(Rules, rule => rule.Outcome == decision.Outcome);
        json.WriteString("ruleId", Rules[rule].Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Rules[rule].Level);
        json.Object("message", () => json.WriteString("text", Wording.Message(decision)));
        WriteLocations(json, decision.Package.FoundAt);
        json.Object("partialFingerprints", () =>
            json.WriteString("packageLicence/v1", Wording.Fingerprint(decision.Package.Purl, decision.Conclusion.Text)));
    }

    private static void WriteProblem(Utf8JsonWriter json, LicenceProblem problem)
    {
        json.Object("descriptor", () => json.WriteString("id", problem.Code));
        json.WriteString("level", problem.Severity.ToString().ToLowerInvariant());
        json.Object("message", () => json.WriteString("text", Wording.Safe(problem.Message)));
        if (!string.IsNullOrEmpty(problem.Location.File))
        {
            WriteLocations(json, problem.Location);
        }
    }

    private static void WriteLocations(Utf8JsonWriter json, SourceLocation place) => json.Array("locations", [place], _ => json.Object(() =>
        json.Object("physicalLocation", () =>
        {
            json.Object("artifactLocation", () => json.WriteString("uri", Uri(place.File)));
            json.Object("region", () => json.WriteNumber("startLine", Math.Max(1, place.Line)));
        })));

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
}
