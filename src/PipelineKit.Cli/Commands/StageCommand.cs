using System.CommandLine;
using System.CommandLine.Completions;
using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit stage</c>: the files that a stage is made of, to read, and to copy into the repository and change.</summary>
internal sealed class StageCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private const string Own = ".pipelinekit/";

    private readonly RepositoryOptions _options = new();
    private readonly Argument<string> _name = new("name") { HelpName = "name", Description = "Name of the stage" };
    private readonly Argument<string[]> _files = new("file") { Description = "Only these of its files, for example ruff.sbn", Arity = ArgumentArity.ZeroOrMore };

    public Command Build()
    {
        _name.CompletionSources.Add(context => workspaces.Library(context.ParseResult, _options).StageIds.Select(id => new CompletionItem(id)));
        var command = new Command("stage", """
            Read the files of a stage, or copy them into the repository to change them

            Examples:
              pipelinekit stage show lint
              pipelinekit stage copy lint ruff.sbn     into .pipelinekit/stages/lint/, where it shadows the built-in file
            """);
        command.Add(Sub("show", "Print the files of a stage, each below its name", Show));
        command.Add(Sub("copy", "Copy files of a stage into .pipelinekit/; what is there already is left alone", Copy));
        return command;
    }

    private Command Sub(string name, string description, Func<ParseResult, StageCatalog, IReadOnlyList<string>, int> action)
    {
        var command = new Command(name, description);
        command.Add(_name);
        command.Add(_files);
        command.Add(_options.Directory);
        command.SetAction(parsed =>
        {
            var catalog = (StageCatalog)workspaces.Library(parsed, _options);
            return FilesOf(catalog, parsed) is { } files ? action(parsed, catalog, files) : ExitCode.Usage;
        });
        return command;
    }

    private List<string>? FilesOf(StageCatalog catalog, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        if (catalog.FindStage(name) is not { } stage)
        {
            environment.Error.WriteLine($"error: there is no stage {MessageText.Quote(name)}; `pipelinekit list stages` prints them");
            if (NearestMatch.Find(name, catalog.StageIds) is { } near)
            {
                environment.Error.WriteLine($"hint: did you mean `{near}`?");
            }

            return null;
        }

        var all = catalog.FilesOf(stage.Id);
        var wanted = parsed.GetValue(_files) ?? [];
        var missing = wanted.FirstOrDefault(w => !all.Contains($"stages/{stage.Id}/{w}", StringComparer.Ordinal));
        if (missing is not null)
        {
            environment.Error.WriteLine($"error: the stage {stage.Id} has no file {MessageText.Quote(missing)}; it has {string.Join(", ", all.Select(f => Path.GetFileName(f)))}");
            return null;
        }

        return [.. all.Where(f => wanted.Length == 0 || wanted.Contains(Path.GetFileName(f), StringComparer.Ordinal))];
    }

    private int Show(ParseResult parsed, StageCatalog catalog, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            environment.Out.Write($"==> {catalog.OriginOf(file)} <==\n{string.Concat(TextOf(catalog, file).TrimEnd('\n').Split('\n').Select(line => HiddenText.Visible(line) + "\n"))}\n");
        }

        return ExitCode.Ok;
    }

    private int Copy(ParseResult parsed, StageCatalog catalog, IReadOnlyList<string> files)
    {
        var root = workspaces.Root(parsed, _options);
        var there = files.Where(f => FileReader.Exists(root.FullPath(Own + f))).ToList();
        var planned = files.Except(there, StringComparer.Ordinal).ToList();
        foreach (var file in planned)
        {
            if (root.WhyUnsafe(Own + file) is { } reason)
            {
                environment.Error.WriteLine($"error: {Own}{file} is not written: {reason}");
                return ExitCode.ProblemsFound;
            }
        }

        new OutputWriter(root).Write(planned.Select(f => new PlannedFile(new OutputFile(Own + f, TextOf(catalog, f), FileOwnership.CreatedOnce), FileState.New, null)));
        there.ForEach(f => environment.Error.WriteLine($"kept      {Own}{f}"));
        planned.ForEach(f => environment.Error.WriteLine($"created   {Own}{f}"));
        return ExitCode.Ok;
    }

    private static string TextOf(StageCatalog catalog, string file) => catalog.LayerOf(file)!.ReadText(file, new DiagnosticBag()) ?? "";
}
