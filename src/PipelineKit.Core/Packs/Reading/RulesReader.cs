using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Reading;

/// <summary>Reads <c>rules</c> of <c>pack.yml</c>.</summary>
internal static class RulesReader
{
    /// <summary>What a waiver can be for: the keys, and what follows from every rule.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["required", "minimum", "fail-on", "allow", "forbidden", "locked", "shadowing", "patches"];

    public static PackRuleSet Read(MapReader pack)
    {
        if (pack.Map("rules") is not { } map)
        {
            return new();
        }

        var rules = new PackRuleSet
        {
            Required = Texts(map, "required"),
            Minimum = Numbers(map),
            FailOn = map.Entries("fail-on")
                .Where(e => Scalars.Text(e.Value, $"\"fail-on.{e.Key.Value}\"", map.Diagnostics) is not null)
                .ToDictionary(e => e.Key.Value, e => new Spanned<string>(((SourceScalar)e.Value).Value, e.Value.Span), StringComparer.Ordinal),
            Allow = map.Node("allow") is { } allow ? new(map.Texts("allow"), allow.Span) : null,
            Forbidden = Texts(map, "forbidden"),
            Locked = map.ListMap("locked").ToDictionary(
                e => e.Key, e => new Spanned<IReadOnlyList<string>>(e.Value, ((SourceMap)map.Node("locked")!).Find(e.Key)!.Key.Span), StringComparer.Ordinal),
        };
        map.Finish();
        string[] licences = rules.Allow is null ? [] : ["licence-check"];
        return rules with
        {
            Stages = rules.Required.Select(r => r.Value).Concat(rules.Minimum.Keys).Concat(rules.FailOn.Keys).Concat(rules.Locked.Keys).Concat(licences)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static List<Spanned<string>> Texts(MapReader map, string key) =>
        [.. map.Items(key).Where(i => Scalars.Text(i, $"an entry of \"{key}\"", map.Diagnostics) is not null).Select(i => new Spanned<string>(((SourceScalar)i).Value, i.Span))];

    private static Dictionary<string, Spanned<double>> Numbers(MapReader map)
    {
        var result = new Dictionary<string, Spanned<double>>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries("minimum"))
        {
            if (value is SourceScalar { Quoted: false } scalar && double.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                result[key.Value] = new(number, value.Span);
            }
            else
            {
                PackReader.Report(map, value.Span, $"the minimum of {MessageText.Quote(key.Value)} must be a number");
            }
        }

        return result;
    }
}
