using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Pins;

/// <summary>Which place publishes what. The addresses can be changed by variables, for mirrors.</summary>
internal sealed class PinSources : IDisposable
{
    private readonly HttpClient _client = WebRegistry.Client();
    private readonly IStageCatalog _catalog;
    private readonly Dictionary<string, IPinSource> _sources;

    public PinSources(IStageCatalog catalog, string folder, Func<string, string?> variable)
    {
        var web = new WebRegistry(_client);
        _catalog = catalog;
        Images = new OciImages(_client, variable("PIPELINEKIT_OCI_ADDRESS"));
        _sources = new(StringComparer.Ordinal)
        {
            ["git"] = new GitTags(variable("PIPELINEKIT_GIT_ADDRESS") ?? "https://github.com"),
            ["npm"] = new NpmPackages(folder),
            ["pypi"] = new PyPiPackages(web, variable("PIPELINEKIT_PYPI_ADDRESS") ?? "https://pypi.org"),
            ["nuget"] = new NuGetPackages(web, variable("PIPELINEKIT_NUGET_INDEX") ?? "https://api.nuget.org/v3/index.json"),
        };
    }

    /// <summary>Registries of images.</summary>
    public OciImages Images { get; }

    public (IPinSource Source, string Package)? Of(Pin pin) => pin.Kind switch
    {
        PinKind.Action => (_sources["git"], pin.Id),
        PinKind.Image => (Images, OciImages.Split(pin.Id).Repository),
        _ => _catalog.FindPackage(pin.Id) is { } package && _sources.TryGetValue(package.Registry, out var source) ? (source, package.Package) : null,
    };

    public void Dispose() => _client.Dispose();
}
