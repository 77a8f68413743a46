using System.Xml.Linq;

namespace PipelineKit.Docs;

/// <summary>The comments of the compiler's XML files by the name of what they describe.</summary>
internal sealed class XmlComments
{
    private readonly Dictionary<string, XElement> _members;

    // Code that the compiler generates has the same names in several assemblies; it is not public, so any of them will do.
    public XmlComments(IEnumerable<XDocument> files) =>
        _members = files.SelectMany(f => f.Descendants("member")).DistinctBy(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
            .ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    /// <summary>The comment of a type, or null.</summary>
    public XElement? OfType(string name) => _members.GetValueOrDefault($"T:{name}");

    /// <summary>The comments of a type's members in the order of the file.</summary>
    public IEnumerable<(MemberId Id, XElement Comment)> MembersOf(string type) =>
        _members.Where(m => m.Key[0] != 'T').Select(m => (Id: MemberId.Parse(m.Key), Comment: m.Value)).Where(m => m.Id.Type == type);
}
