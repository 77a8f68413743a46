using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Init.Facts;

/// <summary>What the owner's own CI, task files and hooks run: the best source for which tools are really in use.</summary>
internal sealed class OwnerAutomation
{
    private static readonly string[] TaskFiles = ["Makefile", "justfile", "Justfile", "tox.ini", "noxfile.py", "Taskfile.yml", "build.sh", "hatch.toml"];

    private readonly List<OwnerCommand> _commands = [];
    private readonly List<OwnerService> _services = [];
    private readonly List<OwnerVersions> _versions = [];

    public IReadOnlyList<OwnerCommand> Commands => _commands;

    public IReadOnlyList<OwnerService> Services => _services;

    public IReadOnlyList<OwnerVersions> Versions => _versions;

    /// <summary>Reads the automation of a repository. A pipeline that PipelineKit wrote tells nothing.</summary>
    public static OwnerAutomation Of(RepositoryScan scan)
    {
        var owner = new OwnerAutomation();
        foreach (var folder in new[] { ".github/workflows", ".forgejo/workflows", ".gitea/workflows" })
        {
            foreach (var file in scan.HiddenFiles(folder).Where(f => f.EndsWith(".yml", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                owner.ReadPipeline(scan, $"{folder}/{file}");
            }
        }

        owner.ReadPipeline(scan, ".gitlab-ci.yml");
        foreach (var file in TaskFiles.Where(f => scan.Has(".", f)))
        {
            owner.ReadLines(scan, file);
        }

        return owner;
    }

    /// <summary>The first command in which the words stand one behind the other, as words of their own.</summary>
    public OwnerCommand? Runs(string words)
    {
        var pattern = new Regex($@"(?<![\w./-]){Regex.Escape(words)}(?![\w-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return _commands.Find(c => pattern.IsMatch(c.Text));
    }

    private void ReadPipeline(RepositoryScan scan, string file)
    {
        if (scan.Read(file) is { } text && !GeneratedHeader.IsIn(text) && YamlReader.Read(text, file, new DiagnosticBag()) is { } node)
        {
            Visit(node, file, "", inMatrix: false);
        }
    }

    private void Visit(SourceNode node, string file, string key, bool inMatrix)
    {
        switch (node)
        {
            case SourceMap map:
                foreach (var entry in map.Entries)
                {
                    ReadEntry(entry, file, inMatrix);
                    Visit(entry.Value, file, entry.Key.Value, inMatrix || entry.Key.Value == "matrix");
                }

                break;
            case SourceList list:
                foreach (var item in list.Items)
                {
                    if (item is SourceScalar line && key is "script" or "before_script" or "commands")
                    {
                        AddLines(((SourceScalar)item).Value, file, item.Span.Line);
                    }

                    Visit(item, file, key, inMatrix);
                }

                break;
        }
    }

    private void ReadEntry(SourceEntry entry, string file, bool inMatrix)
    {
        var (key, line) = (entry.Key.Value, entry.Key.Span.Line);
        if (entry.Value is SourceScalar { IsNull: false } scalar)
        {
            if (key is "run" or "script")
            {
                AddLines(scalar.Value, file, line);
            }
            else if (IsVersionKey(key) && !scalar.Value.Contains("${{", StringComparison.Ordinal))
            {
                _versions.Add(new OwnerVersions(key, [.. scalar.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], new Place(file, line), inMatrix));
            }
        }
        else if (entry.Value is SourceList list && inMatrix && list.Items.All(i => i is SourceScalar))
        {
            _versions.Add(new OwnerVersions(key, [.. list.Items.Select(i => ((SourceScalar)i).Value)], new Place(file, line), true));
        }
        else if (key == "services" && entry.Value is SourceMap services)
        {
            _services.AddRange(services.Entries.Where(s => s.Value is SourceMap).Select(s =>
                new OwnerService(s.Key.Value, (((SourceMap)s.Value).Find("image")?.Value as SourceScalar)?.Value ?? "", new Place(file, s.Key.Span.Line))));
        }
    }

    private static bool IsVersionKey(string key) =>
        key is "python-version" or "python" or "PYTHON_VERSION" or "node-version" or "node" or "NODE_VERSION" or "dotnet-version";

    private void ReadLines(RepositoryScan scan, string file) => AddLines(scan.Read(file) ?? "", file, 0);

    private void AddLines(string text, string file, int first)
    {
        var number = first;
        foreach (var line in text.Split('\n'))
        {
            number += first == 0 ? 1 : 0;
            var trimmed = line.Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#')
            {
                // A session of nox names its program and arguments as texts of their own.
                _commands.Add(new OwnerCommand(file == "noxfile.py" ? trimmed.Replace("\", \"", " ", StringComparison.Ordinal).Replace("\"", " ", StringComparison.Ordinal) : trimmed, new Place(file, number)));
            }
        }
    }
}
