using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>What <c>pyproject.toml</c> or <c>Pipfile</c> beside a lock file asks for: the lock file must hold it.</summary>
internal sealed class PythonManifest
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The requirements, and whether only development has them.</summary>
    public List<(PythonWish Wish, bool Development)> Wishes { get; } = [];

    /// <summary>The names of groups that only development uses.</summary>
    public HashSet<string> DevelopmentGroups { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a manifest in a folder; without one nothing is asked for.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file"><c>pyproject.toml</c> or <c>Pipfile</c>.</param>
    /// <param name="context">Gets a problem where the file is malformed.</param>
    public static PythonManifest Read(string folder, string file, ReadContext context)
    {
        var manifest = new PythonManifest { File = file };
        var path = Path.Combine(folder, file);
        if (context.Files.ReadText(path, ScanFiles.MaximumMetadata) is not { } text)
        {
            return manifest;
        }

        try
        {
            var root = TomlText.Read(text);
            manifest.AddTables(root, file == "Pipfile" ? root : root["tool"]?["poetry"]);
            manifest.AddStandard(root);
        }
        catch (LockFormatException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), e.Message, e.Line));
        }

        return manifest;
    }

    // [project] and [dependency-groups] (https://packaging.python.org/specifications/pyproject-toml/), and PDM's older table.
    private void AddStandard(LockNode root)
    {
        AddList(root["project"]?["dependencies"], isDevelopment: false);
        foreach (var (_, extra) in root["project"]?.MembersOf("optional-dependencies") ?? [])
        {
            // An extra may be left out of a lock file.
            Wishes.AddRange(extra.Items.Select(item => (PythonWish.Read(item.Text ?? "") with { IsRequired = false }, false)));
        }

        foreach (var (name, group) in root.MembersOf("dependency-groups").Concat(root["tool"]?["pdm"]?.MembersOf("dev-dependencies") ?? []))
        {
            DevelopmentGroups.Add(name);
            AddList(group, isDevelopment: true);
        }
    }

    // Poetry's tables and Pipenv's: a name with a version or with a table of its own.
    private void AddTables(LockNode root, LockNode? tool)
    {
        foreach (var (key, isDevelopment) in (ReadOnlySpan<(string, bool)>)[("dependencies", false), ("dev-dependencies", true), ("packages", false), ("dev-packages", true)])
        {
            if ((key.EndsWith("packages", StringComparison.Ordinal)) == (tool == root))
            {
                AddNames(tool?[key], isDevelopment);
            }
        }

        foreach (var (_, group) in tool == root ? [] : tool?.MembersOf("group") ?? [])
        {
            AddNames(group["dependencies"], isDevelopment: true);
        }
    }

    private void AddList(LockNode? list, bool isDevelopment) =>
        Wishes.AddRange(list?.Items.Where(item => item.Text is { Length: > 0 }).Select(item => (PythonWish.Read(item.Text!), isDevelopment)) ?? []);

    // What an extra asks for or a marker guards may be missing.
    private void AddNames(LockNode? table, bool isDevelopment)
    {
        foreach (var (name, value) in table?.Members ?? [])
        {
            var isGuarded = value.IsList || value.TextOf("optional") == "true" || value["markers"] is not null || value["python"] is not null;
            if (name != "python")
            {
                Wishes.Add((new(PackageUrl.PythonName(name), null, !isGuarded), isDevelopment));
            }
        }
    }
}
