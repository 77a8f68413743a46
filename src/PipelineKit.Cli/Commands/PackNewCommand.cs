using System.CommandLine;
using System.Text.RegularExpressions;
using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pack new</c>: a small pack that works, to begin with.</summary>
internal sealed partial class PackNewCommand(CliEnvironment environment)
{
    private readonly Argument<string> _name = new("name") { Description = "Name of the pack, and of the new folder" };

    public Command Build()
    {
        var command = new Command("new", """
            Make a folder with a small pack: a stage, a rule, and a case

            Examples:
              pipelinekit pack new acme && pipelinekit pack test acme
            """);
        command.Add(_name);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        if (!PackName().IsMatch(name))
        {
            environment.Error.WriteLine("error: the name of a pack is made of small letters, digits and single dashes");
            return ExitCode.Usage;
        }

        var folder = Path.Combine(environment.WorkingDirectory, name);
        if (Path.Exists(folder))
        {
            environment.Error.WriteLine($"error: {name} is there already");
            return ExitCode.ProblemsFound;
        }

        try
        {
            foreach (var (path, text) in Files(name))
            {
                var full = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
                environment.Out.WriteLine($"{name}/{path}");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            environment.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failure;
        }

        environment.Error.WriteLine($"\nNext: pipelinekit pack test {name} --update");
        return ExitCode.Ok;
    }

    private static Dictionary<string, string> Files(string name) => new(StringComparer.Ordinal)
    {
        ["pack.yml"] = $$"""
            pack: 1
            name: {{name}}
            version: 0.1.0
            summary: What the repositories of {{name}} share.

            # What a spec has where it says nothing.
            defaults:
              stages:
                test-coverage: { branch: true }

            # What a spec can make stricter and never weaker.
            rules:
              required: [ownership]
              minimum: { test-coverage: 80 }

            """,
        ["README.md"] = $"# The pack {name}\n\nWhat the repositories of {name} share. A spec follows it with\n\n```yaml\nextends: [{{ pack: {name}, from: ../{name}, version: ^0.1 }}]\n```\n",
        ["templates/stages/ownership/stage.yml"] = """
            id: ownership
            title: Ownership
            summary: Every repository says who answers for it.
            phase: check
            scope: repository
            inputs:
              file: { type: string, description: "The file of owners, relative to the repository.", default: CODEOWNERS }

            """,
        ["templates/stages/ownership/any.sbn"] = """
            {{~ # A file that is there and not empty: test(1) of POSIX. ~}}
            stage: 1
            scope: repository
            jobs:
              main:
                title: {{ stage.title }}
                phase: {{ stage.phase }}
                run:
                  - name: the file of owners
                    argv: ["test", "-s", {{ inputs.file }}]
                    findings: [1]
                timeout: 2m

            """,
        ["cases/defaults/pipelinekit.yml"] = $"version: 1\nname: defaults\nextends: [{{ pack: {name}, from: ../.. }}]\ntargets: [github, gitlab]\nstack: python\nstages:\n  test-coverage:\n  ownership:\n",
        ["cases/minimum-lowered/pipelinekit.yml"] = $"version: 1\nname: minimum-lowered\nextends: [{{ pack: {name}, from: ../.. }}]\ntargets: [github]\nstack: python\nstages:\n  test-coverage: {{ minimum: 60 }}\n  ownership:\n",
    };

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PackName();
}
