using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>Scripts, which are argument lists of a shell here.</summary>
internal static class Scripts
{
    private const string PowerShellStart = "$ErrorActionPreference = 'stop'\n";
    private const string PowerShellEnd = "\nif ((Test-Path -LiteralPath variable:LASTEXITCODE)) { exit $LASTEXITCODE }";

    /// <summary>The script that a shell is given, or null for any other command.</summary>
    public static JsonObject? Of(JsonArray argv)
    {
        var words = argv.Select(word => (word as JsonValue)?.GetValue<string>()).ToList();
        return words switch
        {
            ["sh", "-e", "-c", { } text] => Shape.Script(text, "sh"),
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", { } text] => Shape.Script(text, "bash"),
            ["pwsh", "-NoProfile", "-NonInteractive", "-Command", { } text]
                when text.StartsWith(PowerShellStart, StringComparison.Ordinal) && text.EndsWith(PowerShellEnd, StringComparison.Ordinal) =>
                Shape.Script(text[PowerShellStart.Length..^PowerShellEnd.Length], "pwsh"),
            _ => null,
        };
    }
}
