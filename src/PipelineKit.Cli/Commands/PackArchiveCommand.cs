using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Packs;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Commands;

/// <summary><c>pipelinekit pack archive</c>, also written <c>pack pack</c>: a pack as a zip file and as a NuGet package.</summary>
internal sealed class PackArchiveCommand(CliEnvironment environment)
{
    /// <summary>Its name. The library for command lines cannot tell a command from one of the same name above it.</summary>
    public const string Name = "archive";

    // For people; they do not count for the hash of the content.
    private static readonly string[] Beside = ["README.md", "LICENSE"];

    private readonly Argument<string> _folder = new("folder") { Description = "Folder of the pack", DefaultValueFactory = _ => "." };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder that the files are written to", HelpName = "DIR", DefaultValueFactory = _ => "." };

    public Command Build()
    {
        var command = new Command(Name, """
            Write a pack as a zip file and as a NuGet package; the same pack gives the same bytes

            Examples:
              pipelinekit pack archive -o dist
            """);
        command.Add(_folder);
        command.Add(_output);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var folder = Path.GetFullPath(Path.Combine(environment.WorkingDirectory, parsed.GetValue(_folder)!));
        var diagnostics = new DiagnosticBag();
        if (PackFolder.Open(folder, parsed.GetValue(_folder)!, diagnostics) is not { } pack)
        {
            PackMessages.Print(environment, diagnostics);
            return ExitCode.ProblemsFound;
        }

        var files = pack.Content.Paths.ToDictionary(p => p, p => pack.Content.Find(p)!.Value.ToArray(), StringComparer.Ordinal);
        foreach (var name in Beside)
        {
            if (FileReader.Read(Path.Combine(folder, name)) is { IsRead: true } file)
            {
                files[name] = file.Bytes.ToArray();
            }
        }

        var output = Path.GetFullPath(Path.Combine(environment.WorkingDirectory, parsed.GetValue(_output)!));
        try
        {
            Directory.CreateDirectory(output);
            Write(Path.Combine(output, $"{pack.Name.Value}-{pack.Version.Value}.zip"), PackArchives.Zip(files));
            Write(Path.Combine(output, $"{pack.Name.Value}.{pack.Version.Value}.nupkg"), PackArchives.Package(pack, files));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            environment.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failure;
        }

        environment.Error.WriteLine($"{pack.Label}, content {pack.Content.Hash}");
        return ExitCode.Ok;
    }

    private void Write(string path, byte[] bytes)
    {
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
        environment.Out.WriteLine(path);
    }
}
