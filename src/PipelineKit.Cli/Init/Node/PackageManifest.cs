using PipelineKit.Cli.Init.Facts;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Cli.Init.Node;

/// <summary>A <c>package.json</c> and what lies beside it.</summary>
internal sealed class PackageManifest
{
    private readonly RepositoryScan _scan;
    private readonly string _folder;

    public PackageManifest(RepositoryScan scan, string folder)
    {
        (_scan, _folder) = (scan, folder);
        Root = DataText.Json(scan.Read(RepositoryScan.Join(folder, "package.json")));
    }

    public LockNode Root { get; }

    /// <summary>Text of a script, or null.</summary>
    public string? Script(string name) => Root.At("scripts", name)?.Text;

    /// <summary>The range of a dependency of any kind, or null.</summary>
    public string? Dependency(string name) =>
        (Root.At("devDependencies", name) ?? Root.At("dependencies", name) ?? Root.At("peerDependencies", name))?.Text;

    /// <summary>True for a dependency that an installation brings; peers of a library are its users'.</summary>
    public bool Installed(string name) => (Root.At("devDependencies", name) ?? Root.At("dependencies", name) ?? Root.At("optionalDependencies", name)) is not null;

    /// <summary>Place of a value, or of the file.</summary>
    public Place At(params ReadOnlySpan<string> path) => new(RepositoryScan.Join(_folder, "package.json"), Root.At(path)?.Line ?? 0);

    /// <summary>The place of another file of the project.</summary>
    public Place File(string file) => new(RepositoryScan.Join(_folder, file));

    public string? Read(string file) => _scan.Read(RepositoryScan.Join(_folder, file));

    public bool Has(string file) => _scan.Exists(RepositoryScan.Join(_folder, file));

    /// <summary>The first file of the project's folder with one of the beginnings, or null.</summary>
    public string? FileThatBegins(params string[] beginnings) =>
        _scan.Files(_folder).FirstOrDefault(f => beginnings.Any(b => f.StartsWith(b, StringComparison.Ordinal)));

    /// <summary>The first number of a dependency's range, or null.</summary>
    public int? Major(string dependency)
    {
        var digits = string.Concat((Dependency(dependency) ?? "").SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, out var major) ? major : null;
    }

    /// <summary>It only brings tools for the repository: it builds, tests and ships nothing.</summary>
    public bool IsToolingOnly =>
        Root["dependencies"] is null && Root["main"] is null && Root["exports"] is null && Root["bin"] is null && Root["module"] is null
        && Root["workspaces"] is null && Root["files"] is null && Script("test") is null && Script("build") is null && Script("start") is null;
}
