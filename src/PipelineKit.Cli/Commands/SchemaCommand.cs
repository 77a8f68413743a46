using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit schema</c>: the JSON Schema of the spec, for editors, with the repository's own stages in it.</summary>
internal sealed class SchemaCommand(Workspaces workspaces, CliEnvironment environment) : ICliCommand
{
    private readonly RepositoryOptions _options = new();
    private readonly Option<bool> _write = new("--write") { Description = "Write .pipelinekit/schema.json instead of printing" };

    public Command Build()
    {
        var command = new Command("schema", """
            Print the JSON Schema of the spec, own stages included

            Examples:
              pipelinekit schema --write     then put this line on top of the spec:
                                             # yaml-language-server: $schema=.pipelinekit/schema.json
            """);
        command.Add(_options.Directory);
        command.Add(_write);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var root = workspaces.Root(parsed, _options);
        var schema = SpecSchema.Write(workspaces.Library(parsed, _options));
        if (!parsed.GetValue(_write))
        {
            environment.Out.Write(schema);
            return ExitCode.Ok;
        }

        const string path = ".pipelinekit/schema.json";
        if (root.WhyUnsafe(path) is { } reason)
        {
            environment.Error.WriteLine($"error: {path} is not written: {reason}");
            return ExitCode.ProblemsFound;
        }

        new OutputWriter(root).Write([new PlannedFile(new OutputFile(path, schema, FileOwnership.Generated), FileState.New, null)]);
        environment.Error.WriteLine($"wrote {path}");
        return ExitCode.Ok;
    }
}
