using System.Text.Json;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Output;

/// <summary>The whole report as JSON, for other programs.</summary>
public sealed class JsonWriter : ILicenceReportWriter
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string Summary => "the whole report, for other programs";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output) => JsonOutput.Write(output, json => json.Object(() =>
    {
        json.WriteNumber("version", 1);
        json.WriteString("name", report.Name);
        json.WriteString("date", Wording.Day(report.Today));
        json.WriteNumber("exitCode", report.ExitCode);
        json.Object("counts", () =>
        {
            foreach (var outcome in Enum.GetValues<PackageOutcome>())
            {
                json.WriteNumber(Wording.Of(outcome), report.Count(outcome));
            }
        });
        json.Array("inputs", report.Inputs, json.WriteStringValue);
        json.Array("packages", report.Packages, decision => json.Object(() => WritePackage(json, decision)));
        json.Array("problems", report.Problems, problem => json.Object(() => WriteProblem(json, problem)));
    }));

    private static void WritePackage(Utf8JsonWriter json, PackageDecision decision)
    {
        var package = decision.Package;
        json.WriteString("purl", package.Purl);
        json.WriteString("name", package.Name);
        json.WriteString("version", package.Version);
        json.WriteString("licence", decision.Conclusion.Text);
        json.WriteString("outcome", Wording.Of(decision.Outcome));
        json.WriteString("reason", decision.Reason);
        json.WriteBoolean("direct", package.Direct);
        json.WriteBoolean("development", package.Development);
        json.Array("path", package.Path, json.WriteStringValue);
        json.Object("foundAt", () => WritePlace(json, package.FoundAt));
        if (decision.Outcome != PackageOutcome.Allowed)
        {
            json.Object("proof", () => WriteStep(json, decision.Proof));
        }

        json.Array("evidence", decision.Conclusion.Evidence, step => json.Object(() =>
        {
            WritePlace(json, step.Location);
            json.WriteString("found", step.Found);
            json.WriteString("rule", step.Rule);
            json.WriteString("result", step.Result);
        }));
    }

    private static void WriteStep(Utf8JsonWriter json, DecisionStep step)
    {
        json.WriteString("expression", step.Expression);
        json.WriteString("verdict", step.Verdict.ToString().ToLowerInvariant());
        json.WriteString("reason", step.Reason);
        if (!step.Parts.IsEmpty)
        {
            json.Array("parts", step.Parts, part => json.Object(() => WriteStep(json, part)));
        }
    }

    private static void WriteProblem(Utf8JsonWriter json, LicenceProblem problem)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
        WritePlace(json, problem.Location);
        json.WriteString("message", problem.Message);
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation place)
    {
        json.WriteString("file", place.File ?? "");
        if (place.Line > 0)
        {
            json.WriteNumber("line", place.Line);
        }
    }
}
