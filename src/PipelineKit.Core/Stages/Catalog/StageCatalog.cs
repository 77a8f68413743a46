using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Stages.Recipes;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Catalog;

/// <summary>
/// The stage library of one repository: its own files first, the built-in ones behind them. Shadowing is by file: a repository that has only
/// <c>stages/lint/python.sbn</c> keeps the built-in manifest of <c>lint</c>.
/// </summary>
public sealed class StageCatalog : IStageCatalog
{
    private const string PackagesFile = "pins/packages.yml";

    private readonly IReadOnlyList<TemplateLayer> _layers;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, object?> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _idOfOtherName = new(StringComparer.Ordinal);
    private readonly TemplateIndex _index;
    private PinTable? _pins;

    /// <summary>Makes a catalog; nothing is read until it is asked for.</summary>
    /// <param name="layers">Places to look in, the first that has a file wins.</param>
    /// <param name="diagnostics">Receives the problems of files when they are first used.</param>
    public StageCatalog(IReadOnlyList<TemplateLayer> layers, DiagnosticBag diagnostics)
    {
        (_layers, _diagnostics) = (layers, diagnostics);
        // Most repositories have no templates of their own: the index of the built-in ones, made once, is theirs too.
        var filled = layers.Where(l => l.Paths.Count > 0).ToList();
        _index = filled.Count switch { 0 => new TemplateIndex([]), 1 => filled[0].Index, _ => filled[0].IndexOver(filled[1..]) };
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> StageIds => _index.StageIds;

    /// <inheritdoc/>
    public IReadOnlyList<string> StackIds => _index.StackIds;

    /// <inheritdoc/>
    public IReadOnlyList<string> ToolIds => _index.ToolIds;

    /// <inheritdoc/>
    public IReadOnlyList<string> ServiceIds => _index.ServiceIds;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> UsedFiles => _used;

    /// <summary>Ids of all toolchains, sorted.</summary>
    public IReadOnlyList<string> ToolchainIds => _index.ToolchainIds;

    /// <inheritdoc/>
    public PinTable Pins
    {
        get => _pins ??= ReadPins();
        set => _pins = value;
    }

    /// <summary>The lines of the languages that exist, by language; looking at them is no use of the file.</summary>
    public IReadOnlyDictionary<string, LanguageLines> Languages => LanguageReader.Read(
        LayerOf("pins/languages.yml") is { } layer
            ? layer.Parsed("pins/languages.yml", _diagnostics, (text, bag) => YamlReader.Read(text, layer.DisplayName("pins/languages.yml"), bag))
            : null,
        _diagnostics);

    /// <inheritdoc/>
    public PinPackage? FindPackage(string id) => Packages.GetValueOrDefault(id)
        ?? (ToolIds.Contains(id, StringComparer.Ordinal) && FindTool(id) is { Package.Length: > 0 } tool ? new PinPackage(tool.Registry, tool.Package) : null);

    /// <summary>The catalog of a repository: its <c>.pipelinekit</c> folder over the built-in templates.</summary>
    /// <param name="builtIn">The built-in templates; share one instance.</param>
    /// <param name="repositoryRoot">Folder of the spec.</param>
    /// <param name="diagnostics">Receives the problems of files when they are first used.</param>
    public static StageCatalog ForRepository(BuiltInTemplates builtIn, string repositoryRoot, DiagnosticBag diagnostics) =>
        new([new FolderTemplates(Path.Combine(repositoryRoot, ".pipelinekit"), ".pipelinekit"), builtIn], diagnostics);

    /// <summary>The same library with further layers between the repository and the built-in templates, the first of them wins.</summary>
    public StageCatalog Over(IEnumerable<TemplateLayer> layers) =>
        new([.. _layers.Where(l => l is not BuiltInTemplates), .. layers, .. _layers.OfType<BuiltInTemplates>()], _diagnostics);

    /// <inheritdoc/>
    public StageManifest? FindStage(string idOrAlias)
    {
        if (StageIds.Contains(idOrAlias, StringComparer.Ordinal))
        {
            return Find($"stages/{idOrAlias}/stage.yml", (node, bag) => ManifestReader.Read(idOrAlias, node, bag), manifest => manifest with { Stacks = StacksOf(manifest) });
        }

        // A spec asks for the name of each of its own stages many times.
        if (_idOfOtherName.TryGetValue(idOrAlias, out var known))
        {
            return known is null ? null : FindStage(known);
        }

        // Reading the others to look for an alias is no use of them: the lock file names only what the pipeline was made from.
        var used = _used.Keys.ToHashSet(StringComparer.Ordinal);
        var found = StageIds.Select(FindStage).FirstOrDefault(m => m is not null && m.Aliases.Contains(idOrAlias, StringComparer.Ordinal));
        Forget(_used.Keys.Where(p => !used.Contains(p) && p != $"stages/{found?.Id}/stage.yml"));
        _idOfOtherName[idOrAlias] = found?.Id;
        return found;
    }

    /// <inheritdoc/>
    public StackDefinition? FindStack(string id) => Find($"stacks/{id}/stack.yml", (node, bag) => StackReader.Read(id, node, bag));

    /// <inheritdoc/>
    public ToolDefinition? FindTool(string id) => Find($"tools/{id}.yml", (node, bag) => ToolReader.Read(id, node, bag), Complete);

    /// <inheritdoc/>
    public ToolchainDefinition? FindToolchain(string id) => Find($"toolchains/{id}.yml", (node, bag) => ToolchainReader.Read(id, node, bag));

    /// <inheritdoc/>
    public ServiceDefinition? FindService(string id) => Find($"services/{id}.yml", (node, bag) => ServiceReader.Read(id, node, bag));

    /// <inheritdoc/>
    public RegistryDefinition? FindRegistry(string id) => Find($"registries/{id}.yml", (node, bag) => RegistryReader.Read(id, node, bag));

    /// <summary>Ids of the tools that have a template in a stage, sorted.</summary>
    public IReadOnlyList<string> ToolsOf(string stage) => [.. _index.TemplatesOf(stage).Where(name => ToolIds.Contains(name, StringComparer.Ordinal))];

    /// <inheritdoc/>
    public bool ServesStack(StageManifest manifest, string stack)
    {
        if (ServesAny(manifest) || manifest.Stacks.Contains(stack, StringComparer.Ordinal)
            || FindStack(stack)?.DefaultTools.ContainsKey(manifest.Id) == true)
        {
            return true;
        }

        // Looking at the tools of a stage is no use of them.
        return Aside(() => ToolsOf(manifest.Id).Any(id => FindTool(id) is { } tool && (tool.Stacks.Count == 0 || tool.Stacks.Contains(stack, StringComparer.Ordinal))));
    }

    /// <summary>Files in the folders of the repository that nothing reads, each with what is wrong with it; empty without such folders.</summary>
    public IReadOnlyList<UnreadFile> FindUnread() => [.. _layers.OfType<FolderTemplates>().SelectMany(folder => new UnreadFiles(this, folder).Find())];

    /// <summary>Paths of the files of the repository itself, sorted.</summary>
    internal IReadOnlyList<string> OwnPaths => [.. _layers.OfType<FolderTemplates>().SelectMany(l => l.Paths)];

    /// <summary>How messages call a file of the repository.</summary>
    internal string OwnName(string path) => _layers.OfType<FolderTemplates>().First(l => l.Has(path)).DisplayName(path);

    /// <summary>True when a file of the repository stands in the place of another one.</summary>
    internal bool IsShadowing(string path) => _layers.Count(l => l.Has(path)) > 1;

    /// <summary>Where a file comes from, as messages call it; null when there is none.</summary>
    public string? OriginOf(string path) => LayerOf(path)?.DisplayName(path);

    /// <summary>Paths of all files of a stage, of whatever layer, sorted; its page for people is none of them.</summary>
    public IReadOnlyList<string> FilesOf(string stage) => [.. PathsBelow($"stages/{stage}/").Where(p => !p.EndsWith(".md", StringComparison.Ordinal))];

    /// <summary>Package managers of a stack, in order; looking at them is no use of the stack.</summary>
    internal IReadOnlyList<string> ManagersOf(string stack) => Aside(() => FindStack(stack)?.Locks.Select(l => l.Key).ToList()) ?? [];

    /// <summary>Paths of the files of all layers below a folder, sorted.</summary>
    internal IReadOnlyList<string> PathsBelow(string folder) =>
        [.. _layers.SelectMany(l => l.Paths).Where(p => p.StartsWith(folder, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The layer that has a file, or null.</summary>
    public TemplateLayer? LayerOf(string path) => _layers.FirstOrDefault(layer => layer.Has(path));

    /// <summary>Notes that the pipeline is made from a file.</summary>
    internal void Use(string path)
    {
        if (!_used.ContainsKey(path) && LayerOf(path) is { } layer)
        {
            _used.Add(path, layer.HashOf(path));
        }
    }

    // Asked for again and again while a spec is checked; the problems of a file are told once per catalog.
    private T? Find<T>(string path, Func<SourceNode, DiagnosticBag, T?> read, Func<T, T>? complete = null)
        where T : class
    {
        if (!_found.TryGetValue(path, out var value))
        {
            value = LayerOf(path) is { } layer
                ? layer.Parsed(path, _diagnostics, (text, bag) => YamlReader.Read(text, layer.DisplayName(path), bag) is { } node ? read(node, bag) : null)
                : null;
            value = value is T found && complete is not null ? complete(found) : value;
            _found.Add(path, value);
        }

        Use(path);
        return (T?)value;
    }

    // In templates a tool is a function, and its template stands among the layouts of a stage, which have the names of stacks.
    private ToolDefinition Complete(ToolDefinition tool)
    {
        var taken = tool.Id == "any" || StackIds.Contains(tool.Id, StringComparer.Ordinal) ? "a layout of a stage"
            : ToolGlobals.IsTaken(ToolGlobals.FunctionOf(tool.Id)) ? "something else in templates"
            : null;
        if (taken is not null && tool.Recipe is { } recipe)
        {
            _diagnostics.Add(
                StageDiagnostics.BadDataFile,
                recipe.Span,
                $"no tool can be called {MessageText.Quote(tool.Id)}: that is the name of {taken}",
                "give it another id, and its files that name; `program:` says what it runs");
        }

        return tool with { Stages = _index.StagesWith(tool.Id) };
    }

    private T Aside<T>(Func<T> look)
    {
        var used = _used.Keys.ToHashSet(StringComparer.Ordinal);
        var result = look();
        Forget(_used.Keys.Where(p => !used.Contains(p)));
        return result;
    }

    private void Forget(IEnumerable<string> paths)
    {
        foreach (var path in paths.ToList())
        {
            _used.Remove(path);
        }
    }

    // Default tools say it best; without them the layouts do; a stage with neither is for every stack.
    private string[] StacksOf(StageManifest manifest)
    {
        if (ServesAny(manifest))
        {
            return [];
        }

        var defaults = manifest.DefaultTools.Keys.Select(key => key.Split('/')[0]);
        var layouts = _index.TemplatesOf(manifest.Id).Where(name => StackIds.Contains(name, StringComparer.Ordinal));
        return [.. layouts.Concat(defaults).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool ServesAny(StageManifest manifest) => manifest.DefaultTools.Count == 0
        ? _index.TemplatesOf(manifest.Id).Contains("any", StringComparer.Ordinal)
        : manifest.DefaultTools.ContainsKey("any");

    // Pins are not shadowed by file: each layer changes and adds single ones.
    private PinTable ReadPins() => _layers.Reverse().Aggregate(PinTable.Empty, (table, layer) => table.With(PinsOf(layer)));

    // Of the library alone: what a pack or a repository pins has a file of its tool, which names the package.
    private IReadOnlyDictionary<string, PinPackage> Packages => PinReader.Packages(
        _layers.OfType<BuiltInTemplates>().FirstOrDefault() is { } layer
            ? layer.Parsed(PackagesFile, _diagnostics, (text, bag) => YamlReader.Read(text, layer.DisplayName(PackagesFile), bag))
            : null,
        _diagnostics);

    private IEnumerable<Pin> PinsOf(TemplateLayer layer)
    {
        SourceNode? Read(string path) => layer.Has(path)
            ? layer.Parsed(path, _diagnostics, (text, bag) => YamlReader.Read(text, layer.DisplayName(path), bag))
            : null;
        var owner = layer switch
        {
            BuiltInTemplates => PinOwner.BuiltIn,
            FolderTemplates => PinOwner.Repository,
            _ => PinOwner.Pack,
        };
        return PinReader.Actions(Read("pins/actions.yml"), owner, _diagnostics)
            .Concat(PinReader.Versions(Read("pins/tools.yml"), PinKind.Tool, owner, _diagnostics))
            .Concat(PinReader.Versions(Read("pins/images.yml"), PinKind.Image, owner, _diagnostics))
            .Concat(layer.Pins.Select(p => new Pin(PinKind.Tool, p.Key, p.Value, owner)));
    }
}
