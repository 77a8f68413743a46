using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Pins;

/// <summary>Which place publishes what. The addresses can be changed by variables, for mirrors.</summary>
internal sealed class PinSources : IDisposable
{
    private readonly HttpClient _client = WebRegistry.Client();
    private readonly IStageCatalog _catalog;
    private readonly Dictionary<string, IPinSource> _sources;
    private readonly OciImages _images;
    private readonly GitTags _tags;

    public PinSources(IStageCatalog catalog, string folder, Func<string, string?> variable)
    {
        var web = new WebRegistry(_client);
        _catalog = catalog;
        _tags = new GitTags(variable("PIPELINEKIT_GIT_ADDRESS") ?? "https://github.com");
        _images = new OciImages(_client, variable("PIPELINEKIT_OCI_ADDRESS"));
        _sources = new(StringComparer.Ordinal)
        {
            ["npm"] = new NpmPackages(folder),
            ["pypi"] = new PyPiPackages(web, variable("PIPELINEKIT_PYPI_ADDRESS") ?? "https://pypi.org"),
            ["nuget"] = new NuGetPackages(web, variable("PIPELINEKIT_NUGET_INDEX") ?? "https://api.nuget.org/v3/index.json"),
        };
    }

    public (IPinSource Source, string Package)? Of(Pin pin) => pin.Kind switch
    {
        PinKind.Action => (_tags, pin.Id),
        PinKind.Image => (_images, pin.Id.LastIndexOf(':') is var colon && colon > pin.Id.LastIndexOf('/') ? pin.Id[..colon] : pin.Id),
        _ => OfTool(pin.Id),
    };

    public void Dispose() => _client.Dispose();

    // Toolchains that come as packages have no file of a tool.
    private (IPinSource, string)? OfTool(string id)
    {
        var (registry, package) = id switch
        {
            "uv" or "poetry" => ("pypi", id),
            "pytest-cov" => ("pypi", id),
            "pnpm" or "corepack" => ("npm", id),
            "yarn" => ("npm", "@yarnpkg/cli-dist"),
            "reportgenerator" => ("nuget", "dotnet-reportgenerator-globaltool"),
            _ => _catalog.FindTool(id) is { } tool ? (tool.Registry, tool.Package) : ("", ""),
        };
        return _sources.TryGetValue(registry, out var source) ? (source, package) : null;
    }
}
