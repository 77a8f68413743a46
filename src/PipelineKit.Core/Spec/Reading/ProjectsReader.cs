using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs.Rules;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>stack</c> or <c>projects</c>, the options of stacks and the stages: each project's keys over those of the top level.</summary>
internal sealed class ProjectsReader(KeyReader top, SpecReading reading)
{
    private readonly Dictionary<string, SourceMap> _options = new(StringComparer.Ordinal);

    /// <summary>A project before its stages are typed.</summary>
    private sealed record Draft(Spanned<string>? Name, Spanned<string> Path, Spanned<string> Stack, KeyReader? Keys, IReadOnlyList<ListedStage> Stages)
    {
        public required SourceMap? Options { get; init; }
    }

    public IReadOnlyList<SpecProject> Read()
    {
        var stack = top.Text("stack");
        TakeOptions();
        var listed = StageListReader.Read(top, ofProject: false, reading);
        if (top.Take("projects") is not { } node)
        {
            return stack is null ? NoStack() : Finish([new(null, Root(stack.Span), stack, null, listed ?? Defaults()) { Options = _options.GetValueOrDefault(stack.Value) }]);
        }

        return node is SourceList list ? Finish(Drafts(list, stack, listed)) : NotAList(node);
    }

    private List<Draft> Drafts(SourceList list, Spanned<string>? stack, IReadOnlyList<ListedStage>? stages)
    {
        if (list.Items.Count == 0)
        {
            reading.Report(SpecDiagnostics.NothingThere, list.Span, "projects is an empty list", "list at least one, or write `stack:`");
        }

        var drafts = new List<Draft>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (reading.Keys(item, "a project") is { } keys && Read(keys, stack, stages, list.Items.Count == 1) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    private Draft? Read(KeyReader keys, Spanned<string>? inherited, IReadOnlyList<ListedStage>? stages, bool single)
    {
        var path = keys.Require("path", "its folder, for example `path: services/api`") is { } node ? reading.Text(node, "path") : null;
        var name = keys.Text("name");
        var own = keys.Text("stack");
        var stack = own ?? inherited;
        if (stack is null)
        {
            reading.Report(SpecDiagnostics.MissingKey, keys.Map.Span, "a project needs the key \"stack\"", $"one of {MessageText.List([.. reading.Catalog.StackIds])}");
        }

        var options = Options(keys, stack?.Value);
        var listed = StageListReader.Read(keys, ofProject: true, reading);
        keys.Finish();
        if (path is null || stack is null)
        {
            return null;
        }

        path = path with { Value = RepositoryPaths.Normalise(path.Value) };
        var suffix = single ? null : name ?? new(RepositoryPaths.NameOf(path.Value, stack.Value), path.Span);
        return new(suffix, path, stack, keys, StageListReader.Merge(stages ?? Below(listed), listed ?? [])) { Options = options };
    }

    private List<SpecProject> Finish(List<Draft> drafts)
    {
        var stacks = drafts.Select(d => d.Stack.Value).ToHashSet(StringComparer.Ordinal);
        return [.. drafts.Select(d => Project(d, stacks))];
    }

    private SpecProject Project(Draft draft, HashSet<string> stacks)
    {
        var stack = reading.Catalog.FindStack(draft.Stack.Value);
        var project = new SpecProject
        {
            Name = draft.Name,
            Path = draft.Path,
            Stack = draft.Stack,
            Source = draft.Keys?.Map,
            OptionsSource = draft.Options,
            Options = StackOptionsReader.Read(stack, draft.Options, reading),
            Stages = [.. draft.Stages.Where(s => Serves(s, draft.Stack.Value, stacks)).Select(s => StageReader.Read(s, draft.Stack.Value, stack is not null, reading))],
        };
        return project with { Stages = [.. project.Stages.Select(s => FailOnFloor.Under(s, project, reading.Packs, reading.Catalog))] };
    }

    // A stage of the top level is for the projects whose stack has it, as long as one has.
    private bool Serves(ListedStage stage, string stack, HashSet<string> stacks) => stage.IfServed
        ? reading.Catalog.ServesStack(reading.Catalog.FindStage(stage.Id.Value)!, stack)
        : stage.OfProject || reading.Catalog.FindStage(stage.Id.Value) is not { Stacks.Count: > 0 } manifest
        || manifest.Stacks.Contains(stack) || !manifest.Stacks.Any(stacks.Contains);

    private void TakeOptions()
    {
        foreach (var id in reading.Catalog.StackIds)
        {
            if (top.Keys(id) is { } options)
            {
                _options[id] = options.Map;
            }
        }
    }

    private SourceMap? Options(KeyReader keys, string? stack)
    {
        SourceMap? own = null;
        foreach (var id in reading.Catalog.StackIds)
        {
            if (keys.Keys(id) is not { } options)
            {
                continue;
            }

            if (id == stack)
            {
                own = options.Map;
            }
            else
            {
                reading.Report(SpecDiagnostics.InputNotForStack, keys.Map.Find(id)!.Key.Span, $"options of {MessageText.Quote(id)} in a project of another stack", "remove them");
            }
        }

        var lower = _options.GetValueOrDefault(stack ?? "");
        return own is null || lower is null ? own ?? lower : new SourceMap([.. lower.Entries.Where(e => own.Find(e.Key.Value) is null), .. own.Entries], own.Span);
    }

    // Where the top level lists no stages, a project that lists some has exactly those; one that only removes some has the others of the usual ones.
    private IReadOnlyList<ListedStage> Below(IReadOnlyList<ListedStage>? own) => own?.Any(s => !s.Removed) == true ? [] : Defaults();

    private IReadOnlyList<ListedStage> Defaults() =>
    [
        .. StageListReader.Default.Where(id => reading.Catalog.FindStage(id) is not null).Select(id => new ListedStage(new(id, top.Map.Span), null, false)),
        .. reading.Packs.Required.Where(id => !StageListReader.Default.Contains(id) && reading.Catalog.FindStage(id)?.Id == id)
            .Select(id => new ListedStage(new(id, top.Map.Span), null, false, IfServed: true)),
    ];

    private IReadOnlyList<SpecProject> NoStack()
    {
        if (top.Map.Find("stack") is null && top.Map.Find("projects") is null)
        {
            reading.Report(
                SpecDiagnostics.MissingKey,
                top.Map.Span,
                "the spec needs the key \"stack\" or \"projects\"",
                $"for example `stack: python`; there are {MessageText.List([.. reading.Catalog.StackIds])}");
        }

        return [];
    }

    private IReadOnlyList<SpecProject> NotAList(SourceNode node)
    {
        reading.WrongType(node, "projects", "a list");
        return [];
    }

    private static Spanned<string> Root(SourceSpan span) => new(".", span);
}
