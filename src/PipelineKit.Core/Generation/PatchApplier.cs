using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>Applies the spec's patches to an emitted tree: the last way out when no input says what somebody needs.</summary>
internal sealed class PatchApplier(IPlatformEmitter emitter, DiagnosticBag diagnostics)
{
    /// <summary>Applies one patch, or says why it does not fit and changes nothing.</summary>
    public void Apply(YamlMap tree, SpecPatch patch)
    {
        if (JsonPointer.Parse(patch.Path.Value) is not { Count: > 0 } parts)
        {
            Report(patch, $"\"{patch.Path.Value}\" is no JSON Pointer");
            return;
        }

        YamlNode node = tree;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (JsonPointer.Child(node, parts[i]) is not { } child)
            {
                Report(patch, $"\"{patch.Path.Value}\" does not exist: there is no \"{parts[i]}\"{Alternatives(node, parts[i])}");
                return;
            }

            node = child;
        }

        if (patch.Op != "add" && node is YamlMap && JsonPointer.Child(node, parts[^1]) is null)
        {
            Report(patch, $"\"{patch.Path.Value}\" does not exist{Alternatives(node, parts[^1])}");
            return;
        }

        if (emitter.CoversParity(parts) && !(patch.BreaksParity && !string.IsNullOrWhiteSpace(patch.Reason)))
        {
            diagnostics.Add(
                OutputDiagnostics.PatchBreaksParity,
                patch.Path.Span,
                $"this patch changes what all platforms do alike, for {emitter.Id} only",
                "change the stage instead, or add `parity: broken` and a `reason:` to the patch");
            return;
        }

        if (Change(node, parts[^1], patch) && patch.BreaksParity)
        {
            Mark(tree, parts, patch.Reason ?? "");
        }
    }

    private bool Change(YamlNode parent, string last, SpecPatch patch) => parent switch
    {
        YamlMap map => ChangeMap(map, last, patch),
        YamlList list => ChangeList(list, last, patch),
        _ => Report(patch, $"\"{patch.Path.Value}\" does not exist: there is a plain value above it"),
    };

    private bool ChangeMap(YamlMap map, string key, SpecPatch patch)
    {
        if (patch.Op == "add" && map.Find(key) is not null)
        {
            return Report(patch, $"\"{patch.Path.Value}\" exists already; use replace");
        }

        if (patch.Op == "remove")
        {
            return map.Remove(key);
        }

        map[key] = YamlConversion.ToTree(patch.Value!);
        return true;
    }

    private bool ChangeList(YamlList list, string part, SpecPatch patch)
    {
        var index = part == "-" && patch.Op == "add" ? list.Items.Count : JsonPointer.IndexIn(list, part);
        if (index < 0)
        {
            return Report(patch, $"\"{patch.Path.Value}\" does not exist: the list has {list.Items.Count} members and none is \"{part}\"");
        }

        if (patch.Op != "add")
        {
            list.Items.RemoveAt(index);
        }

        if (patch.Op != "remove")
        {
            list.Items.Insert(index, YamlConversion.ToTree(patch.Value!));
        }

        return true;
    }

    // The file says of the job that it does not do what the other platforms do, and why.
    private static void Mark(YamlMap tree, IReadOnlyList<string> parts, string reason)
    {
        var job = parts is ["jobs", var id, ..] && tree.Find("jobs") is YamlMap jobs ? jobs.Find(id) : parts is [var name, ..] ? tree.Find(name) : null;
        if (job is YamlMap)
        {
            job.Comment = $"parity broken: {reason}";
        }
    }

    private static string Alternatives(YamlNode node, string part)
    {
        var keys = (node as YamlMap)?.Select(e => e.Key).ToList() ?? [];
        return keys.Count == 0 ? "" : NearestMatch.Find(part, keys) is { } near ? $"; did you mean \"{near}\"?" : $"; there are {string.Join(", ", keys.Select(k => $"\"{k}\""))}";
    }

    private bool Report(SpecPatch patch, string message)
    {
        diagnostics.Add(OutputDiagnostics.PatchTarget, patch.Path.Span, message, "`pipelinekit generate --dry-run` prints the tree that patches see");
        return false;
    }
}
