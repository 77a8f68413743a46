using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Reading;

/// <summary>Reads <c>pack.yml</c>: every key is known or an error.</summary>
internal static partial class PackReader
{
    /// <summary>The pack, or null when it has errors.</summary>
    /// <param name="content">Its files.</param>
    /// <param name="displayName">How messages call the pack's folder.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Pack? Read(PackContent content, string displayName, DiagnosticBag diagnostics)
    {
        var file = $"{displayName}/{PackContent.Manifest}";
        var own = new DiagnosticBag();
        var root = content.Find(PackContent.Manifest) is { } bytes ? YamlReader.Read(bytes.Span, file, own) : null;
        var pack = root is not null && MapReader.Of(root, "a pack", own) is { } map ? Read(map, content, displayName, file) : null;
        own.Sorted().ToList().ForEach(diagnostics.Add);
        return own.HasErrors ? null : pack;
    }

    private static Pack? Read(MapReader map, PackContent content, string displayName, string file)
    {
        if (map.RequiredText("pack") is not ("1" or ""))
        {
            Report(map, map.Node("pack")!.Span, "this program reads version 1 of the format of packs", "write `pack: 1`, or use a newer version of the program");
            return null;
        }

        var name = Checked(map, "name", PackName(), "small letters, digits and single dashes");
        var version = Checked(map, "version", ExactVersion(), "three numbers, for example 1.4.0");
        var pipelineKit = Range(map);
        var summary = map.Text("summary");
        var pins = map.TextMap("pins");
        var rules = RulesReader.Read(map);
        var pack = name is null || version is null ? null : new Pack
        {
            Name = name,
            Version = version,
            PipelineKit = pipelineKit,
            Summary = summary,
            Pins = pins,
            Defaults = DefaultsReader.OfSpec(map),
            StageDefaults = DefaultsReader.OfStages(map),
            Rules = rules,
            Waivers = WaiverReader.Read(map),
            File = file,
            Content = content,
            Layer = new PackTemplates(content, displayName, pins),
        };
        _ = (map.Node("defaults"), map.Node("waivers"));
        map.Finish();
        return pack;
    }

    internal static void Report(MapReader map, SourceSpan span, string message, string? hint = null) =>
        map.Diagnostics.Add(PackDiagnostics.Unusable, span, message, hint);

    private static Spanned<string>? Checked(MapReader map, string key, Regex form, string words)
    {
        if (map.Required(key) is not { } node || Scalars.Text(node, $"\"{key}\"", map.Diagnostics) is not { } text)
        {
            return null;
        }

        if (text.Length <= 60 && form.IsMatch(text))
        {
            return new(text, node.Span);
        }

        Report(map, node.Span, $"the {key} of a pack is made of {words}, found {MessageText.Quote(text)}");
        return null;
    }

    private static Spanned<string>? Range(MapReader map)
    {
        if (map.Node("pipelinekit") is not { } node || Scalars.Text(node, "\"pipelinekit\"", map.Diagnostics) is not { } text)
        {
            return null;
        }

        if (PackVersionRange.TryParse(text) is null)
        {
            Report(map, node.Span, $"this is no range of versions: {MessageText.Quote(text)}", "for example \">=0.1 <1\", or ^0.1");
        }

        return new(text, node.Span);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PackName();

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}(-[0-9A-Za-z.-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExactVersion();
}
