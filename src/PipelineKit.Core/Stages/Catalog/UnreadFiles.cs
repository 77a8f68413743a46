using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Catalog;

/// <summary>A file of a repository's templates that nothing reads.</summary>
/// <param name="File">The file, as messages call it.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Hint">How to mend it, or null.</param>
public sealed record UnreadFile(string File, string Message, string? Hint);

/// <summary>Finds what stands in <c>.pipelinekit</c> at a place or under a name that nothing looks for: a mistyped folder, a template of no tool.</summary>
internal sealed class UnreadFiles(StageCatalog catalog, FolderTemplates folder)
{
    private static readonly string[] Pins = ["pins/actions.yml", "pins/tools.yml", "pins/images.yml"];

    private static readonly string[] Generated = ["lock.yml", "schema.json"];

    public IEnumerable<UnreadFile> Find()
    {
        foreach (var path in folder.Candidates().Where(p => !Generated.Contains(p, StringComparer.Ordinal)))
        {
            if (Problem(path, path.Split('/')) is var (message, hint))
            {
                yield return new UnreadFile(folder.DisplayName(path), message, hint);
            }
        }
    }

    private (string Message, string? Hint)? Problem(string path, string[] parts) => (parts[0], parts.Length, Path.GetExtension(path)) switch
    {
        (_, 1, _) => ($"nothing reads a file directly in {folder.DisplayName("")[..^1]}; its folders are {Listed(FolderTemplates.Folders)}", null),
        ("pins", _, _) => Pins.Contains(path, StringComparer.Ordinal) ? null : ($"pins of a repository stand in {Listed(Pins)}", "or in the spec: `pins: { TOOL: \"VERSION\" }`"),
        (var kind, _, _) when !FolderTemplates.Folders.Contains(kind, StringComparer.Ordinal) =>
            ($"nothing reads the folder {MessageText.Quote(kind)}; {MessageText.ExpectedOneOf(FolderTemplates.Folders)}", MessageText.DidYouMean(kind, FolderTemplates.Folders)),
        ("support", _, _) => null,
        (_, _, ".yaml") => ("files of templates end with `.yml` or `.sbn`, not with `.yaml`", $"rename it to {MessageText.Quote(Path.ChangeExtension(parts[^1], ".yml"))}"),
        ("stages", 3, _) => OfStage(parts[1], parts[2]),
        ("stacks", 3, _) => OfStack(parts[1], parts[2]),
        ("stages" or "stacks", _, _) => OfWrongDepth(parts),
        (_, not 2, _) => ($"files of {MessageText.Quote(parts[0])} stand directly in that folder", null),
        ("partials", _, ".yml") => ("a partial is a template and ends with `.sbn`", null),
        ("tools", _, ".sbn") => ("what a tool does stands in a template per stage", $"move it to {MessageText.Quote(folder.DisplayName("stages/STAGE/" + parts[1]))}"),
        ("toolchains" or "services" or "registries", _, ".sbn") => ("a data file ends with `.yml`", null),
        _ => null,
    };

    private (string, string?)? OfStage(string stage, string file)
    {
        if (!catalog.StageIds.Contains(stage, StringComparer.Ordinal))
        {
            return ($"there is no stage {MessageText.Quote(stage)}: its folder has no \"stage.yml\"", MessageText.DidYouMean(stage, catalog.StageIds));
        }

        var name = Path.GetFileNameWithoutExtension(file);
        if (file == "stage.yml" || (file.EndsWith(".sbn", StringComparison.Ordinal) && (name == "any" || catalog.StackIds.Contains(name, StringComparer.Ordinal) || catalog.ToolIds.Contains(name, StringComparer.Ordinal))))
        {
            return null;
        }

        return file.EndsWith(".yml", StringComparison.Ordinal)
            ? ("the data of a stage is \"stage.yml\", and nothing else", null)
            : ($"{MessageText.Quote(name)} is neither a tool nor a stack, and not \"any\"",
                MessageText.DidYouMean(name, catalog.ToolIds) ?? $"add {MessageText.Quote(folder.DisplayName($"tools/{name}.yml"))}");
    }

    private (string, string?)? OfStack(string stack, string file)
    {
        if (!catalog.StackIds.Contains(stack, StringComparer.Ordinal))
        {
            return ($"there is no stack {MessageText.Quote(stack)}: its folder has no \"stack.yml\"", MessageText.DidYouMean(stack, catalog.StackIds));
        }

        if (file.EndsWith(".yml", StringComparison.Ordinal))
        {
            return file == "stack.yml" ? null : ("the data of a stack is \"stack.yml\", and nothing else", null);
        }

        var name = Path.GetFileNameWithoutExtension(file);
        var managers = catalog.ManagersOf(stack);
        return managers.Contains(name, StringComparer.Ordinal)
            ? null
            : ($"the stack {MessageText.Quote(stack)} has no package manager {MessageText.Quote(name)}; {MessageText.ExpectedOneOf(managers)}",
                MessageText.DidYouMean(name, managers) ?? "list it under `managers` of stack.yml");
    }

    private (string, string?) OfWrongDepth(string[] parts)
    {
        var (what, file) = parts[0] == "stages" ? ("stage", "stage.yml") : ("stack", "stack.yml");
        return parts.Length == 2
            ? ($"a {what} is a folder, not a file", $"move its data to {MessageText.Quote(folder.DisplayName($"{parts[0]}/{Path.GetFileNameWithoutExtension(parts[1])}/{file}"))}, and what it runs to templates beside it")
            : ($"the files of a {what} stand directly in its folder", null);
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(MessageText.Quote));
}
