using System.Security.Cryptography;
using System.Text;

namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>GitLab's code quality report: a JSON array in the form of Code Climate, as far as GitLab reads it.</summary>
public sealed class GitLabPrinter : IDiagnosticPrinter
{
    /// <inheritdoc/>
    public string Format => "gitlab";

    /// <inheritdoc/>
    public string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context) => JsonText.Write(json =>
    {
        // Equal fingerprints are merged into one entry: the count tells repetitions apart, the line is left out so that an edit above changes nothing.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            var identity = $"{diagnostic.Descriptor.Code}\n{diagnostic.Primary.File}\n{diagnostic.Message}";
            var count = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            json.WriteStartObject();
            json.WriteString("description", diagnostic.Hint is { } hint ? $"{diagnostic.Message} (hint: {hint})" : diagnostic.Message);
            json.WriteString("check_name", diagnostic.Descriptor.Code);
            json.WriteString("fingerprint", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{count}"))));
            json.WriteString("severity", SeverityOf(diagnostic.Descriptor.Severity));
            json.WriteStartObject("location");
            json.WriteString("path", diagnostic.Primary.File);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", Math.Max(1, diagnostic.Primary.Line));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}
