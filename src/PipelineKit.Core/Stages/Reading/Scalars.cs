using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads scalars of one kind; what does not fit is a PK2006 diagnostic and null.</summary>
internal static class Scalars
{
    public static string? Text(SourceNode node, string what, DiagnosticBag diagnostics) =>
        node is SourceScalar { IsNull: false } scalar ? scalar.Value : Wrong<string>(node, what, "a text", diagnostics);

    public static IReadOnlyList<string> Texts(SourceNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is SourceList list)
        {
            return [.. list.Items.Select(item => Text(item, $"an entry of {what}", diagnostics)).OfType<string>()];
        }

        Wrong<string>(node, what, "a list", diagnostics);
        return [];
    }

    public static bool? Flag(SourceNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar { Quoted: false, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        Wrong<string>(node, what, "true or false", diagnostics);
        return null;
    }

    public static int? Integer(SourceNode node, string what, int minimum, int maximum, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar { Quoted: false } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        Wrong<string>(node, what, string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"), diagnostics);
        return null;
    }

    /// <summary>A whole number followed by <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>, more than zero and at most 365 days.</summary>
    public static TimeSpan? Duration(SourceNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar { Value.Length: > 1 } scalar
            && int.TryParse(scalar.Value.AsSpan(0, scalar.Value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var seconds = scalar.Value[^1] switch { 's' => 1L, 'm' => 60L, 'h' => 3600L, 'd' => 86400L, _ => 0L } * number;
            if (seconds is > 0 and <= 365 * 86400L)
            {
                return TimeSpan.FromSeconds(seconds);
            }
        }

        Wrong<string>(node, what, "a duration such as 90s, 15m or 2h", diagnostics);
        return null;
    }

    public static string? Word(SourceNode node, string what, IReadOnlyList<string> words, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar scalar && words.Contains(scalar.Value, StringComparer.Ordinal))
        {
            return scalar.Value;
        }

        var near = node is SourceScalar written ? NearestMatch.Find(written.Value, words) : null;
        diagnostics.Add(
            StageDiagnostics.WrongValue,
            node.Span,
            $"{what} must be one of {string.Join(", ", words.Select(w => $"\"{w}\""))}{Not(node)}",
            near is null ? null : $"did you mean `{near}`?");
        return null;
    }

    private static T? Wrong<T>(SourceNode node, string what, string expected, DiagnosticBag diagnostics)
        where T : class
    {
        diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"{what} must be {expected}{Not(node)}");
        return null;
    }

    private static string Not(SourceNode node) =>
        node is SourceScalar { IsNull: false } scalar ? $", not \"{Shortened(scalar.Value)}\"" : $", not {node.KindName}";

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "...");
    }
}
