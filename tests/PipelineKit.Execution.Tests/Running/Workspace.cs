using CommandLine = PipelineKit.Cli.Tests.Support.Cli;

namespace PipelineKit.Execution.Tests.Running;

/// <summary>A throw-away copy of an example with its pipelines generated, as a clone of a repository would lie there.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly RepositoryCopy _copy;

    private Workspace(RepositoryCopy copy) => _copy = copy;

    public string Folder => _copy.Folder;

    public static async Task<Workspace> MakeAsync(ExecutedStack stack, SabotageCase? sabotage = null)
    {
        var workspace = new Workspace(new RepositoryCopy(Path.Combine(TestFolders.Examples, stack.Example)));
        await workspace.PrepareAsync(stack, sabotage);
        return workspace;
    }

    public void Dispose() => _copy.Dispose();

    private async Task PrepareAsync(ExecutedStack stack, SabotageCase? sabotage)
    {
        // TypeDoc takes the address of its source links from here, and warns when there is none.
        _copy.Git("remote", "add", "origin", $"https://github.com/example/{stack.Example}.git");
        if (stack.NeedsOwnTool)
        {
            Directory.CreateDirectory(_copy.Path_(".feed"));
            var package = $"PipelineKit.{OwnTool.Version}.nupkg";
            File.Copy(Path.Combine(OwnTool.Feed, package), _copy.Path_($".feed/{package}"));
        }

        if (stack.SpecChanges.Count > 0)
        {
            var spec = _copy.Read("pipelinekit.yml");
            foreach (var (old, replacement) in stack.SpecChanges)
            {
                spec.ShouldContain(old, Case.Sensitive, $"the spec of {stack.Example} was changed; adapt {nameof(ExecutedStack)}");
                spec = spec.Replace(old, replacement, StringComparison.Ordinal);
            }

            _copy.Write("pipelinekit.yml", stack.NeedsOwnTool ? spec.Replace("VERSION", OwnTool.Version, StringComparison.Ordinal) : spec);
        }

        var generated = await CommandLine.RunAsync(Folder, "generate");
        generated.Exit.ShouldBe(0, generated.ToString());
        if (sabotage is not null)
        {
            _copy.Git("apply", "--whitespace=nowarn", sabotage.Patch);
        }

        _copy.Git("add", "-A", "-f");
        _copy.Git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "--allow-empty", "-m", "generated");
    }
}
