using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Init;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit init</c>: looks at a repository and writes its first spec.</summary>
internal sealed class InitCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private const string SchemaPath = ".pipelinekit/schema.json";

    private readonly RepositoryOptions _options = new();
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Ask nothing" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace a spec that exists" };
    private readonly Option<string> _format = new("--format") { Description = "How it is told what was seen: text or json", DefaultValueFactory = _ => "text" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the spec, write nothing" };

    public Command Build()
    {
        var command = new Command("init", """
            Look at the repository (stacks, package managers, forge, thresholds) and write its first spec

            Examples:
              pipelinekit init                     asks at a terminal; in a pipe it takes what it found
              pipelinekit init --yes && pipelinekit generate
              pipelinekit init --dry-run --format json      what was found, chosen and left out, for programs
            """);
        command.Add(_options.Directory);
        command.Add(_options.Spec);
        command.Add(_options.Quiet);
        command.Add(_yes);
        command.Add(_force);
        command.Add(_dryRun);
        _format.AcceptOnlyFromAmong("text", "json");
        command.Add(_format);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var root = workspaces.Here(parsed, _options);
        var spec = parsed.GetValue(_options.Spec)!;

        if (!parsed.GetValue(_force) && !parsed.GetValue(_dryRun) && root.ReadText(spec) is not null)
        {
            environment.Error.WriteLine($"error: {spec} exists; edit it, or replace it with --force");
            return ExitCode.ProblemsFound;
        }

        var catalog = Workspaces.Catalog(root, new DiagnosticBag());
        if (new InitPlanner(root, catalog).Plan() is not { } plan)
        {
            environment.Error.WriteLine("error: no project was found within three folders; looked for solutions and *.csproj, pyproject.toml, setup.py, setup.cfg, requirements.txt, package.json");
            return ExitCode.ProblemsFound;
        }

        if (environment.IsInteractive && !parsed.GetValue(_yes))
        {
            plan = InitQuestions.Ask(environment, plan);
        }

        return Write(root, spec, SpecComposer.Compose(plan, catalog), plan, catalog, parsed);
    }

    private int Write(RepositoryRoot root, string spec, string text, InitPlan plan, IStageCatalog catalog, ParseResult parsed)
    {
        var isJson = parsed.GetValue(_format) == "json";
        if (parsed.GetValue(_dryRun))
        {
            environment.Out.Write(isJson ? InitReport.Json(plan, spec, text) + "\n" : text);
            return ExitCode.Ok;
        }

        foreach (var path in new[] { spec, SchemaPath })
        {
            if (root.WhyUnsafe(path) is { } reason)
            {
                environment.Error.WriteLine($"error: {path} is not written: {reason}");
                return ExitCode.ProblemsFound;
            }
        }

        new OutputWriter(root).Write(
        [
            new PlannedFile(new OutputFile(spec, text, FileOwnership.CreatedOnce), FileState.New, null),
            new PlannedFile(new OutputFile(SchemaPath, SpecSchema.Write(catalog), FileOwnership.Generated), FileState.New, null),
        ]);
        if (isJson)
        {
            environment.Out.Write(InitReport.Json(plan, spec, text) + "\n");
        }
        else if (!parsed.GetValue(_options.Quiet))
        {
            InitReport.Lines(plan).ToList().ForEach(environment.Error.WriteLine);
            environment.Error.WriteLine($"created   {spec}\n\nNext: pipelinekit generate");
        }

        return ExitCode.Ok;
    }
}
