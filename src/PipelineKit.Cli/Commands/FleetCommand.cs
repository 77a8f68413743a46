using System.CommandLine;
using PipelineKit.Cli.Fleet;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Cli.Packs;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Fleet;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit fleet</c>: many repositories at once.</summary>
internal sealed class FleetCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly Option<string> _fleet = new("--fleet") { Description = "The fleet file", HelpName = "FILE", DefaultValueFactory = _ => "fleet.yml" };
    private readonly Option<string> _format = new("--format") { Description = "Form of the answer", DefaultValueFactory = _ => "table" };
    private readonly Option<bool> _more = new("--allow-more-permissions") { Description = "Write also where a workflow gets more permissions" };

    public Command Build()
    {
        var command = new Command("fleet", "Look at many repositories at once, and change them");
        command.Add(Status());
        command.Add(Check());
        command.Add(Diff());
        command.Add(Generate());
        return command;
    }

    private Command Status()
    {
        var command = new Command("status", """
            Who is how far: packs, drift and whose it is, stages, broken rules, waivers

            Examples:
              pipelinekit fleet status
              pipelinekit fleet status --format html > fleet.html
            """);
        command.Add(_fleet);
        _format.AcceptOnlyFromAmong("table", "json", "html");
        command.Add(_format);
        command.SetAction(parsed => WithFleet(parsed, (fleet, _, rows) => Print(parsed.GetValue(_format)!, fleet, rows())));
        return command;
    }

    private Command Check()
    {
        var command = new Command("check", """
            Exit 1 when a file of a repository is not what its spec and packs make, or a rule is broken; list only those

            Examples:
              pipelinekit fleet check
            """);
        command.Add(_fleet);
        command.SetAction(parsed => WithFleet(parsed, (_, _, find) =>
        {
            var rows = find();
            Table.Write(environment, ["repository", "state", "remarks"], [.. rows.Where(r => r.State != FleetState.Ok).Select(r => new[] { r.Folder, FleetWords.Of(r.State), string.Join("; ", r.Remarks) })]);
            environment.Error.WriteLine($"{rows.Count} repositories: {FleetWords.Count(rows)}");
            return rows.All(r => r.State == FleetState.Ok) ? ExitCode.Ok : ExitCode.ProblemsFound;
        }));
        return command;
    }

    private Command Diff()
    {
        var command = new Command("diff", """
            What `fleet generate` would change, equal changes together; more permissions are called out

            Examples:
              pipelinekit fleet diff
            """);
        command.Add(_fleet);
        command.SetAction(parsed => WithFleet(parsed, (_, root, _) =>
        {
            var hunks = new FleetHunks();
            var survey = new FleetSurvey(workspaces, root.Path);
            foreach (var folder in root.Folders)
            {
                hunks.Add(folder, survey.Plan(folder));
            }

            foreach (var group in hunks.Groups)
            {
                Print(group);
            }

            environment.Error.WriteLine(hunks.Groups.Count == 0 ? "nothing would change" : $"{hunks.Groups.Count} different changes in {hunks.Groups.SelectMany(g => g.Repositories).Distinct().Count()} repositories");
            return ExitCode.Ok;
        }));
        return command;
    }

    private Command Generate()
    {
        var command = new Command("generate", """
            Write the files of every repository, as `generate` does in each

            Examples:
              pipelinekit fleet diff && pipelinekit fleet generate
            """);
        command.Add(_fleet);
        command.Add(_more);
        command.SetAction(parsed => WithFleet(parsed, (_, root, _) =>
        {
            var bad = root.Folders.Count(folder => !Write(root.Path, folder, parsed.GetValue(_more)));
            environment.Error.WriteLine($"{root.Folders.Count - bad} of {root.Folders.Count} repositories are up to date");
            return bad == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }));
        return command;
    }

    private bool Write(string root, string folder, bool more)
    {
        var hunks = new FleetHunks();
        hunks.Add(folder, new FleetSurvey(workspaces, root).Plan(folder));
        var permissions = hunks.Groups.SelectMany(g => g.MorePermissions).Distinct(StringComparer.Ordinal).ToList();
        if (permissions.Count > 0 && !more)
        {
            environment.Out.WriteLine($"refused\t{folder}\tmore permissions ({string.Join(", ", permissions)}); --allow-more-permissions writes it");
            return false;
        }

        var run = workspaces.OpenFolder(Path.Combine(root, folder), writes: true);
        var good = GeneratePipeline.Run(run, GenerateStepKind.Write);
        var changed = run.Planned.Count(p => p.Changes);
        var first = run.Diagnostics.Sorted().FirstOrDefault(d => d.Descriptor.Severity == Severity.Error);
        environment.Out.WriteLine(good ? $"{(changed == 0 ? "unchanged" : "written")}\t{folder}\t{changed} files" : $"failed\t{folder}\t{first?.Descriptor.Code} {first?.Message}");
        return good;
    }

    private void Print(FleetHunks.Group group)
    {
        environment.Out.WriteLine($"== {group.Path}: this change in {group.Repositories.Count} {(group.Repositories.Count == 1 ? "repository" : "repositories")}: {string.Join(", ", group.Repositories.Take(5))}{(group.Repositories.Count > 5 ? ", …" : "")}");
        if (group.MorePermissions.Count > 0)
        {
            environment.Out.WriteLine($"!! more permissions: {string.Join(", ", group.MorePermissions)}");
        }

        foreach (var line in group.Lines)
        {
            environment.Out.WriteLine(string.Join('\t', line.Split('\t').Select(HiddenText.Visible)));
        }
    }

    private int Print(string format, FleetFile fleet, IReadOnlyList<FleetRow> rows)
    {
        if (format != "table")
        {
            environment.Out.Write(format == "json" ? FleetJson.Write(fleet.Name, rows) : FleetPage.Write(fleet.Name, rows));
            return ExitCode.Ok;
        }

        Table.Write(
            environment,
            ["repository", "state", "packs", "made by", "stages", "remarks"],
            [.. rows.Select(r => new[] { r.Folder, FleetWords.Of(r.State), string.Join(", ", r.Packs), r.Tool ?? "-", string.Join(", ", r.Stages), string.Join("; ", r.Remarks) })]);
        environment.Error.WriteLine($"{rows.Count} repositories: {FleetWords.Count(rows)}");
        return ExitCode.Ok;
    }

    private sealed record Root(string Path, IReadOnlyList<string> Folders);

    private int WithFleet(ParseResult parsed, Func<FleetFile, Root, Func<IReadOnlyList<FleetRow>>, int> work)
    {
        var file = parsed.GetValue(_fleet)!;
        var full = Path.GetFullPath(Path.Combine(environment.WorkingDirectory, file));
        var diagnostics = new DiagnosticBag();
        var fleet = FleetFile.Read(full, file, diagnostics);
        var folders = fleet?.Find(Path.GetDirectoryName(full)!) ?? [];
        if (fleet is not null && folders.Count == 0)
        {
            diagnostics.Add(PackDiagnostics.BadFleet, SourceSpan.WholeFile(file), "the fleet has no repositories: no folder that it names holds a pipelinekit.yml");
        }

        if (diagnostics.HasErrors)
        {
            PackMessages.Print(environment, diagnostics);
            return ExitCode.ProblemsFound;
        }

        var root = new Root(Path.GetDirectoryName(full)!, folders);
        return work(fleet!, root, () => new FleetSurvey(workspaces, root.Path).Look(folders, _ => { }));
    }
}
