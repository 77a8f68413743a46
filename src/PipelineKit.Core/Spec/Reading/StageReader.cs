using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Types a listed stage for a stack: common keys, then its own inputs or the keys of an inline stage.</summary>
internal static class StageReader
{
    public static SpecStage Read(ListedStage listed, string stack, bool knownStack, SpecReading reading)
    {
        var manifest = reading.Catalog.FindStage(listed.Id.Value);
        var defaults = manifest is null ? null : reading.Packs.OfStage(manifest, stack);
        listed = defaults is null ? listed : listed.Over(listed with { Keys = PackDefaults.Beside(listed.Keys, defaults) });
        var map = listed.Keys ?? new SourceMap([], listed.Id.Span);
        var isInline = manifest is null && map.Find("run") is not null;
        if (manifest is null && !isInline)
        {
            // The rule on unknown stages tells it; its keys mean nothing then.
            return new SpecStage { Id = listed.Id, Source = listed.Keys, OfProject = listed.OfProject };
        }

        var keys = new KeyReader(map, $"the stage {MessageText.Quote(listed.Id.Value)}", reading);
        var stage = Common(listed, keys, manifest, reading) with
        {
            Inputs = manifest is null ? new OrderedDictionary<string, object?>() : InputReader.Read(Inputs(manifest, knownStack), keys, stack, reading),
            Options = Options(manifest, keys, stack, reading),
            Before = manifest is not null && keys.Take("before") is { } before ? CommandListReader.Read(before, "before", reading) : [],
            Inline = isInline ? InlineStageReader.Read(keys, reading) : null,
        };
        keys.Finish();
        return stage;
    }

    private static SpecStage Common(ListedStage listed, KeyReader keys, StageManifest? manifest, SpecReading reading) => new()
    {
        Id = listed.Id,
        Source = listed.Keys,
        OfProject = listed.OfProject,
        Tools = Tools(keys, manifest),
        FailOn = keys.Text("fail-on"),
        AllowFailure = keys.Flag("allow-failure"),
        Timeout = keys.Duration("timeout"),
        Env = keys.Take("env") is { } env ? reading.TextMap(env, "env") : new OrderedDictionary<string, Spanned<string>>(),
        Secrets = keys.Texts("secrets", mayBeEmpty: true) ?? [],
        Needs = [.. (keys.Texts("needs", mayBeEmpty: true) ?? []).Select(n => n.Value == "gate" ? n : n with { Value = reading.Catalog.FindStage(n.Value)?.Id ?? n.Value })],
        When = keys.Keys("when") is { } when ? WhenReader.Read(when, reading) : null,
        Runner = keys.Text("runner"),
        Image = keys.Text("image"),
    };

    // `tool: x` is short for `tools: [x]`; a stage may also have an input of that name, which then holds the same.
    private static IReadOnlyList<Spanned<string>>? Tools(KeyReader keys, StageManifest? manifest)
    {
        var tools = keys.Texts("tools");
        if (manifest is null || keys.Map.Find("tool") is null)
        {
            return tools;
        }

        return keys.Text("tool") is { } one ? [.. tools ?? [], one] : tools;
    }

    // What a stage may say of the stack for itself alone: an input of the stage of the same name is meant first.
    private static OrderedDictionary<string, object?> Options(StageManifest? manifest, KeyReader keys, string stack, SpecReading reading)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var option in reading.Catalog.FindStack(stack)?.Options ?? [])
        {
            if (option.PerStage && manifest?.Inputs.Any(i => i.Name == option.Name) != true
                && keys.Take(option.Name) is { } node && InputValue.Read(option, node, reading) is { } value)
            {
                result[option.Name] = value;
            }
        }

        return result;
    }

    private static IReadOnlyList<InputDefinition> Inputs(StageManifest manifest, bool knownStack) =>
        knownStack ? manifest.Inputs : [.. manifest.Inputs.Select(i => i with { Stacks = [] })];
}
