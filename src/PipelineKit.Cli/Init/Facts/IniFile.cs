namespace PipelineKit.Cli.Init.Facts;

/// <summary>An INI file as Python's tools write it (setup.cfg, tox.ini, .flake8): sections of keys, values over several indented lines.</summary>
internal sealed class IniFile
{
    private readonly Dictionary<string, Dictionary<string, (string Value, int Line)>> _sections = new(StringComparer.Ordinal);

    /// <summary>Reads the text; a file that is not there has no sections.</summary>
    public IniFile(string? text)
    {
        var section = Section("");
        string? key = null;
        var number = 0;
        foreach (var raw in (text ?? "").Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] is '#' or ';')
            {
                continue;
            }

            if (trimmed[0] == '[' && trimmed[^1] == ']')
            {
                (section, key) = (Section(trimmed[1..^1].Trim()), null);
            }
            else if (char.IsWhiteSpace(line[0]) && key is not null)
            {
                section[key] = (section[key].Value + "\n" + trimmed, section[key].Line);
            }
            else if (trimmed.IndexOfAny(['=', ':']) is > 0 and var at)
            {
                key = trimmed[..at].Trim();
                section[key] = (trimmed[(at + 1)..].Trim(), number);
            }
        }
    }

    public bool Has(string section) => _sections.ContainsKey(section);

    /// <summary>Names of the sections.</summary>
    public IEnumerable<string> Sections => _sections.Keys;

    /// <summary>The value of a key, or null.</summary>
    public string? Text(string section, string key) => _sections.TryGetValue(section, out var keys) && keys.TryGetValue(key, out var found) ? found.Value : null;

    /// <summary>The line of a key, or 0.</summary>
    public int Line(string section, string key) => _sections.TryGetValue(section, out var keys) && keys.TryGetValue(key, out var found) ? found.Line : 0;

    /// <summary>Keys of a section.</summary>
    public IEnumerable<string> Keys(string section) => _sections.TryGetValue(section, out var keys) ? keys.Keys : [];

    private Dictionary<string, (string Value, int Line)> Section(string name)
    {
        if (!_sections.TryGetValue(name, out var keys))
        {
            _sections.Add(name, keys = new(StringComparer.Ordinal));
        }

        return keys;
    }
}
