using System.Text.Json;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>One case of the manifest; the corpus README describes the members.</summary>
internal sealed class ConformanceCase(string root, JsonElement json)
{
    public string Id { get; } = json.GetProperty("id").GetString()!;

    public string Area { get; } = json.GetProperty("area").GetString()!;

    public string Outcome { get; } = json.GetProperty("outcome").GetString()!;

    public bool IsImplementationText => Flag("implementationText");

    public bool NeedsIcu => Flag("needsIcu");

    /// <summary>Whether the case counts: dialects that are not part of this engine and culture data do not.</summary>
    public bool Counts => !NeedsIcu && !IsImplementationText && Option("lang")?.GetString() is null or "default" && Area is not ("liquid" or "scientific");

    public string Template => Read("template")!;

    public string Expected => Read("expected")!;

    public string? Model => Read("model");

    public string? IncludeFolder => json.TryGetProperty("includes", out var folder) ? Path.Combine(root, folder.GetString()!) : null;

    public JsonElement? Option(string name) =>
        json.TryGetProperty("options", out var options) && options.TryGetProperty(name, out var value) ? value : null;

    private bool Flag(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private string? Read(string name) =>
        json.TryGetProperty(name, out var path) ? new System.Text.UTF8Encoding(false).GetString(File.ReadAllBytes(Path.Combine(root, path.GetString()!))) : null;
}
