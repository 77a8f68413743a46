using System.Xml;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>What a project file or a file of properties says, as far as it can be read without MSBuild.</summary>
internal sealed class MsBuildFile
{
    private readonly List<(string Name, string Value)> _properties = [];

    public MsBuildFile(string path, string text)
    {
        Path = path;
        Read(text);
    }

    /// <summary>Path relative to the root.</summary>
    public string Path { get; }

    /// <summary>The SDK of the project element, for example <c>MSTest.Sdk/3.8.0</c>; empty for none.</summary>
    public string Sdk { get; private set; } = "";

    /// <summary>Packages and global packages that are referenced.</summary>
    public HashSet<string> Packages { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Target frameworks, in order.</summary>
    public IEnumerable<string> Frameworks =>
        _properties.Where(p => p.Name is "TargetFramework" or "TargetFrameworks" or "TargetFrameworkVersion").SelectMany(p => p.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(f => !f.StartsWith('$'));

    /// <summary>True where a property has the value true.</summary>
    public bool Is(string property) => _properties.Any(p => p.Name == property && p.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));

    // A broken file tells what it told until there; other tools complain about it.
    private void Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            string? property = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    property = reader.IsEmptyElement ? null : reader.LocalName;
                    ReadElement(reader);
                }
                else if (reader.NodeType == XmlNodeType.Text && property is not null)
                {
                    _properties.Add((property, reader.Value));
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    property = null;
                }
            }
        }
        catch (XmlException)
        {
            return;
        }
    }

    private void ReadElement(XmlReader reader)
    {
        if (reader.LocalName == "Project")
        {
            Sdk = reader.GetAttribute("Sdk") ?? "";
        }
        else if (reader.LocalName is "PackageReference" or "GlobalPackageReference" && reader.GetAttribute("Include") is { } package)
        {
            Packages.Add(package);
        }
    }
}
