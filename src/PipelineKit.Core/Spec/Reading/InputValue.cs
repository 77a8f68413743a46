using System.Globalization;
using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads one value by the definition of an input. Null: it was wrong, and that was told.</summary>
internal static class InputValue
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    public static object? Read(InputDefinition definition, SourceNode node, SpecReading reading) => definition.Type switch
    {
        InputType.Integer => Integer(definition, node, reading),
        InputType.Number => Number(definition, node, reading),
        InputType.Boolean => reading.Flag(node, definition.Name),
        InputType.List => List(definition, node, reading),
        InputType.Map => Map(definition, node, reading),
        InputType.Duration => reading.Duration(node, definition.Name) is null ? null : ((SourceScalar)node).Value,
        _ => reading.Text(node, definition.Name) is { } text && Allowed(definition, text, reading) ? text.Value : null,
    };

    private static long? Integer(InputDefinition definition, SourceNode node, SpecReading reading)
    {
        if (node is SourceScalar { Quoted: false } scalar && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return InRange(definition, number, node, reading) ? number : null;
        }

        reading.WrongType(node, definition.Name, "a whole number", Unquote(node));
        return null;
    }

    private static double? Number(InputDefinition definition, SourceNode node, SpecReading reading)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (node is SourceScalar { Quoted: false } scalar && double.TryParse(scalar.Value, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return InRange(definition, number, node, reading) ? number : null;
        }

        reading.WrongType(node, definition.Name, "a number", Unquote(node));
        return null;
    }

    private static string? Unquote(SourceNode node) => node is SourceScalar { Quoted: true } ? "remove the quotes" : null;

    private static bool InRange(InputDefinition definition, double number, SourceNode node, SpecReading reading)
    {
        if (!(number < definition.Minimum) && !(number > definition.Maximum))
        {
            return true;
        }

        var range = (definition.Minimum, definition.Maximum) switch
        {
            ({ } low, { } high) => $"from {MessageText.Number(low)} to {MessageText.Number(high)}",
            ({ } low, _) => $"{MessageText.Number(low)} or more",
            (_, var high) => $"{MessageText.Number(high!.Value)} or less",
        };
        reading.Report(SpecDiagnostics.OutOfRange, node.Span, $"{definition.Name} must be {range}, found {MessageText.Number(number)}");
        return false;
    }

    private static List<object>? List(InputDefinition definition, SourceNode node, SpecReading reading)
    {
        if (reading.Texts(node, definition.Name, mayBeEmpty: true) is not { } texts)
        {
            return null;
        }

        return [.. texts.Where(t => Allowed(definition, t, reading)).Select(t => t.Value)];
    }

    private static OrderedDictionary<string, object?>? Map(InputDefinition definition, SourceNode node, SpecReading reading)
    {
        if (reading.Keys(node, definition.Name) is not { } keys)
        {
            return null;
        }

        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in keys.Map.Entries)
        {
            var what = $"{definition.Name}.{key.Value}";
            IReadOnlyList<Spanned<string>>? texts = value is SourceList ? reading.Texts(value, what, mayBeEmpty: true) : reading.Text(value, what) is { } one ? [one] : null;
            if (texts is not null && texts.All(t => Allowed(definition, t, reading)))
            {
                result[key.Value] = value is SourceList ? texts.Select(t => (object)t.Value).ToList() : texts[0].Value;
            }
        }

        return result;
    }

    private static bool Allowed(InputDefinition definition, Spanned<string> text, SpecReading reading)
    {
        if (definition.Values.Count > 0 && !definition.Values.Contains(text.Value))
        {
            reading.Report(
                SpecDiagnostics.InvalidValue,
                text.Span,
                $"{definition.Name} does not know {MessageText.Quote(text.Value)}; {MessageText.ExpectedOneOf(definition.Values)}",
                MessageText.DidYouMean(text.Value, definition.Values));
            return false;
        }

        if (definition.Pattern is { } pattern && !Matches(text.Value, pattern))
        {
            reading.Report(SpecDiagnostics.InvalidValue, text.Span, $"{definition.Name} has not the form {pattern}: {MessageText.Quote(text.Value)}", definition.Description);
            return false;
        }

        return true;
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
