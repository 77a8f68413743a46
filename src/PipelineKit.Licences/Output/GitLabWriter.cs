namespace PipelineKit.Licences.Output;

/// <summary>GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).</summary>
public sealed class GitLabWriter : ILicenceReportWriter
{
    /// <inheritdoc/>
    public string Format => "gitlab";

    /// <inheritdoc/>
    public string Summary => "GitLab code quality report";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var decision in Wording.Findings(report))
        {
            json.Object(() =>
            {
                json.WriteString("description", Wording.Message(decision));
                json.WriteString("check_name", "licence-" + Wording.Of(decision.Outcome));
                json.WriteString("fingerprint", Wording.Fingerprint(decision.Package.Purl, decision.Conclusion.Text));
                json.WriteString("severity", Severity(decision.Outcome));
                json.Object("location", () =>
                {
                    json.WriteString("path", decision.Package.FoundAt.File);
                    json.Object("lines", () => json.WriteNumber("begin", Math.Max(1, decision.Package.FoundAt.Line)));
                });
            });
            json.Drain();
        }

        json.WriteEndArray();
    });

    private static string Severity(PackageOutcome outcome) => outcome switch
    {
        PackageOutcome.Denied or PackageOutcome.Expired => "critical",
        PackageOutcome.Review => "major",
        _ => "info",
    };
}
