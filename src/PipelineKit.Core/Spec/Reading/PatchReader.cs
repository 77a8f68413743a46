using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>patches</c>: lists of changes by target.</summary>
internal static class PatchReader
{
    private static readonly KeyValuePair<string, bool>[] Ops = [new("add", true), new("remove", false), new("replace", true)];
    private static readonly KeyValuePair<string, bool>[] Parity = [new("broken", true)];

    public static IReadOnlyList<SpecPatch> Read(KeyReader keys, SpecReading reading)
    {
        var result = new List<SpecPatch>();
        foreach (var entry in keys.Keys("patches")?.Map.Entries ?? [])
        {
            if (entry.Value is not SourceList list)
            {
                reading.WrongType(entry.Value, $"patches.{entry.Key.Value}", "a list");
                continue;
            }

            foreach (var item in list.Items)
            {
                if (reading.Keys(item, "a patch") is { } patch && Read(patch, entry.Key.Value, reading) is { } read)
                {
                    result.Add(read);
                }
            }
        }

        return result;
    }

    private static SpecPatch? Read(KeyReader keys, string target, SpecReading reading)
    {
        var op = keys.Require("op") is { } node ? reading.Text(node, "op") : null;
        var known = op is not null && reading.Word(new SourceScalar(op.Value, true, op.Span), "op", Ops) is not null;
        var path = keys.Require("path") is { } pointer ? reading.Text(pointer, "path") : null;
        var patch = new SpecPatch
        {
            Target = target,
            Op = op?.Value ?? "",
            Path = path ?? new("", keys.Map.Span),
            Value = keys.TakeOrEmpty("value"),
            BreaksParity = keys.Take("parity") is { } parity && reading.Word(parity, "parity", Parity) == true,
            Reason = keys.Text("reason")?.Value,
        };
        keys.Finish();
        return known && path is not null ? patch : null;
    }
}
