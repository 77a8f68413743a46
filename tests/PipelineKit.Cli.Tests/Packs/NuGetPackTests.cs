using System.Globalization;
using System.Net;
using System.Text;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Packs;

/// <summary>A pack from a NuGet feed: a small one on this machine serves the flat container with what <c>pack archive</c> writes.</summary>
public sealed class NuGetPackTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;
    private readonly HttpListener _feed = new();
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly string _address;
    private readonly Task _serving;

    public NuGetPackTests()
    {
        _address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{MariaDbServer.FreePort()}/");
        _feed.Prefixes.Add(_address);
        _feed.Start();
        _answers["/v3/index.json"] = Encoding.UTF8.GetBytes($$"""{"version":"3.0.0","resources":[{"@id":"{{_address}}flat/","@type":"PackageBaseAddress/3.0.0"}]}""");
        _serving = Task.Run(ServeAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _feed.Stop();
        await _serving;
        _feed.Close();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_newest_package_in_the_range_is_locked_by_the_hash_of_its_content()
    {
        await Publish("1.4.0", "1.4.1", "2.0.0");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "pipelinekit.yml"),
            "version: 1\nname: app\nextends: [{ pack: acme, from: \"nuget:Acme\", version: ^1.4 }]\ntargets: [github]\nstack: python\nstages: { lint: }\n",
            TestContext.Current.CancellationToken);

        var updated = await Run("update");

        updated.Exit.ShouldBe(ExitCode.Ok, updated.ToString());
        updated.Error.ShouldContain("acme 1.4.1 (new)");
        (await Run("generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
        _answers.Clear();
        (await Run("generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
        var gone = await Run("update");
        gone.Exit.ShouldBe(ExitCode.ProblemsFound);
        gone.Error.ShouldContain("PK5006");
    }

    private async Task Publish(params string[] versions)
    {
        _answers["/flat/acme/index.json"] = Encoding.UTF8.GetBytes($$"""{"versions":["{{string.Join("\",\"", versions)}}"]}""");
        foreach (var version in versions)
        {
            var pack = Directory.CreateDirectory(Path.Combine(_folder, version)).FullName;
            await File.WriteAllTextAsync(Path.Combine(pack, "pack.yml"), $"pack: 1\nname: acme\nversion: {version}\n", TestContext.Current.CancellationToken);
            (await Support.Cli.RunAsync(pack, "pack", "pack")).Exit.ShouldBe(ExitCode.Ok);
            _answers[$"/flat/acme/{version}/acme.{version}.nupkg"] = await File.ReadAllBytesAsync(Path.Combine(pack, $"acme.{version}.nupkg"), TestContext.Current.CancellationToken);
        }
    }

    private Task<CliResult> Run(params string[] args) => Support.Cli.RunAsync(
        _folder,
        e => e with { Variable = name => name switch { "PIPELINEKIT_CACHE" => Path.Combine(_folder, "cache"), "PIPELINEKIT_NUGET_SOURCE" => _address + "v3/index.json", _ => null } },
        args);

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _feed.GetContextAsync();
                var found = _answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer);
                context.Response.StatusCode = found ? 200 : 404;
                context.Response.Close(answer ?? [], willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
