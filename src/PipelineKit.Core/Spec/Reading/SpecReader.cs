using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads the top level of a spec. Shape and types only; what values mean together is checked by the rules.</summary>
internal static class SpecReader
{
    public static SpecDocument? Read(SourceNode root, SpecOptions options, IStageCatalog catalog, DiagnosticBag diagnostics)
    {
        var reading = new SpecReading(catalog, diagnostics) { Packs = options.Packs };
        if (reading.Keys(options.Packs.Below(root, catalog.StackIds), "the spec") is not { } keys || !HasVersion(keys, reading))
        {
            return null;
        }

        var branches = keys.Keys("branches");
        var flow = branches?.Take("flow") is { } word && reading.Word(word, "flow", Words.BranchFlows) is { } known ? new Spanned<BranchFlow>(known, word.Span) : null;
        var defaultBranch = branches?.Text("default")?.Value ?? "main";
        var spec = new SpecDocument
        {
            File = options.File,
            Source = keys.Map,
            Extends = ExtendsReader.Read(keys, reading),
            Requires = keys.Text("requires"),
            Name = keys.Text("name") ?? new(options.FolderName, SourceSpan.WholeFile(options.File)),
            Targets = Targets(keys, reading),
            Outputs = keys.Take("outputs") is { } outputs ? reading.TextMap(outputs, "outputs") : new OrderedDictionary<string, Spanned<string>>(),
            DefaultBranch = defaultBranch,
            Flow = flow,
            AlsoBranches = [.. BranchFlows.Of(flow, defaultBranch), .. branches?.Texts("also", mayBeEmpty: true) ?? []],
            Schedule = keys.Text("schedule"),
            Runners = RunnersReader.Read(keys, reading),
            ImagesPrefix = Prefix(keys),
            Reports = keys.Text("reports"),
            Pins = PinsReader.Read(keys, reading, out var digests),
            Digests = digests,
            Updates = keys.Take("updates") is { } updates ? reading.Word(updates, "updates", Words.UpdateBots) : null,
            CodeScanning = keys.Take("code-scanning") is { } scanning ? reading.Word(scanning, "code-scanning", Words.CodeScanning) ?? default : default,
            GitLabPaidTier = PaidTier(keys),
            PipelineKit = Source(keys),
            Projects = new ProjectsReader(keys, reading).Read(),
            Patches = PatchReader.Read(keys, reading),
        };
        branches?.Finish();
        keys.Finish();
        return spec;
    }

    // Another version is another language: what else this one would say about it is noise.
    private static bool HasVersion(KeyReader keys, SpecReading reading)
    {
        switch (keys.TakeOrEmpty("version"))
        {
            case null:
                reading.Report(SpecDiagnostics.Version, keys.Map.Span, "the spec does not say its version", "begin it with `version: 1`");
                return true;
            case SourceScalar { Value: "1" }:
                return true;
            case SourceScalar { IsNull: false } other:
                reading.Report(SpecDiagnostics.Version, other.Span, $"this program does not know version {MessageText.Quote(other.Value)} of the spec; expected 1");
                return false;
            case var node:
                reading.WrongType(node, "version", "the number 1");
                return true;
        }
    }

    private static IReadOnlyList<Spanned<string>> Targets(KeyReader keys, SpecReading reading) =>
        keys.Require("targets", "for example `targets: [github, gitlab, cake]`") is { } node ? reading.Texts(node, "targets") ?? [] : [];

    private static Spanned<string>? Prefix(KeyReader keys)
    {
        var images = keys.Keys("images");
        var prefix = images?.Text("prefix");
        images?.Finish();
        return prefix;
    }

    private static bool PaidTier(KeyReader keys)
    {
        var gitlab = keys.Keys("gitlab");
        var paid = gitlab?.Flag("paid-tier");
        gitlab?.Finish();
        return paid ?? false;
    }

    private static ToolSource? Source(KeyReader keys)
    {
        if (keys.Keys("pipelinekit") is not { } own)
        {
            return null;
        }

        own.Require("source", "a folder of the repository or an https address of a NuGet feed");
        own.Require("version", "an exact version");
        var source = own.Map.Find("source") is null ? null : own.Text("source");
        var version = own.Map.Find("version") is null ? null : own.Text("version");
        own.Finish();
        return source is null || version is null ? null : new ToolSource(source.Value, version.Value);
    }
}
