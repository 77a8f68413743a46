using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Packs;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Linting;
using PipelineKit.Core.Stages.Reference;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pack test</c>: reads a pack strictly, lints its templates, and compares its cases with what is expected.</summary>
internal sealed class PackTestCommand(Workspaces workspaces, CliEnvironment environment)
{
    private readonly Argument<string> _folder = new("folder") { Description = "Folder of the pack", DefaultValueFactory = _ => "." };
    private readonly Option<bool> _update = new("--update") { Description = "Write what comes as what is expected, and the input tables of the stages' READMEs" };

    public Command Build()
    {
        var command = new Command("test", """
            Test a pack: its pack.yml, its templates, and its cases (cases/NAME with a spec and expected/ or expected.txt)

            Examples:
              pipelinekit pack test
              pipelinekit pack test --update && git diff     after a change: read what it changes
            """);
        command.Add(_folder);
        command.Add(_update);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var shown = parsed.GetValue(_folder)!;
        var folder = Path.GetFullPath(Path.Combine(environment.WorkingDirectory, shown));
        var diagnostics = new DiagnosticBag();
        if (PackFolder.Open(folder, shown, diagnostics) is not { } pack)
        {
            PackMessages.Print(environment, diagnostics);
            return ExitCode.ProblemsFound;
        }

        var update = parsed.GetValue(_update);
        var catalog = Workspaces.CatalogOf(pack.Layer, diagnostics);
        Lint(pack, catalog, diagnostics);
        PackMessages.Print(environment, diagnostics);
        var failed = (diagnostics.HasErrors ? 1 : 0) + Readmes(pack, catalog, folder, update);
        return Cases(pack, folder, update) + failed > 0 ? ExitCode.ProblemsFound : ExitCode.Ok;
    }

    private static void Lint(Pack pack, StageCatalog catalog, DiagnosticBag diagnostics)
    {
        var linter = new TemplateLinter(catalog);
        foreach (var stage in IdsBelow(pack, "stages"))
        {
            linter.Lint(stage, diagnostics);
        }

        foreach (var stack in IdsBelow(pack, "stacks"))
        {
            linter.LintStack(stack, diagnostics);
        }
    }

    private int Readmes(Pack pack, StageCatalog catalog, string folder, bool update)
    {
        var failed = 0;
        foreach (var stage in IdsBelow(pack, "stages").Where(id => pack.Layer.Has($"stages/{id}/stage.yml")).Select(catalog.FindStage))
        {
            var path = Path.Combine(folder, "templates", "stages", stage!.Id, "README.md");
            var page = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : $"# {stage.Id}\n\n{stage.Summary}\n";
            var written = StageReference.WriteInputs(page, stage);
            if (File.Exists(path) && written == page)
            {
                continue;
            }

            if (update)
            {
                File.WriteAllText(path, written);
                continue;
            }

            failed++;
            environment.Error.WriteLine($"failed templates/stages/{stage.Id}/README.md: its table of inputs is missing or out of date; `pack test --update` writes it");
        }

        return failed;
    }

    private int Cases(Pack pack, string folder, bool update)
    {
        var root = Path.Combine(folder, "cases");
        var cases = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).Where(c => File.Exists(Path.Combine(c, "pipelinekit.yml"))).Order(StringComparer.Ordinal).Select(c => new PackCase(c, workspaces)).ToList()
            : [];
        var used = new HashSet<string>(StringComparer.Ordinal);
        var failed = 0;
        foreach (var one in cases)
        {
            var difference = one.Run(update);
            used.UnionWith(one.Used);
            foreach (var line in difference)
            {
                environment.Out.WriteLine(HiddenText.Visible(line));
            }

            failed += difference.Count > 0 ? 1 : 0;
            environment.Error.WriteLine($"{(difference.Count > 0 ? "failed" : "passed")} {one.Name}");
        }

        foreach (var path in pack.Layer.Paths.Where(p => !used.Contains(p) && !p.StartsWith("pins/", StringComparison.Ordinal)))
        {
            environment.Error.WriteLine($"warning: no case uses templates/{path}");
        }

        environment.Error.WriteLine($"{pack.Label}: {cases.Count - failed} of {cases.Count} cases passed");
        return failed;
    }

    private static IEnumerable<string> IdsBelow(Pack pack, string kind) =>
        pack.Layer.Paths.Select(p => p.Split('/')).Where(p => p[0] == kind && p.Length == 3).Select(p => p[1]).Distinct(StringComparer.Ordinal);
}
