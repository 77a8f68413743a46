using System.Text.RegularExpressions;

namespace PipelineKit.Docs;

/// <summary>The name of a type or member as the compiler writes it into XML documentation, taken apart: <c>M:Space.Type.Member(Other.Type)</c>.</summary>
/// <param name="Kind">T type, M method, P property, F field, E event; <c>!</c> is what the compiler did not find.</param>
/// <param name="Type">The type, or the one that declares the member, with its namespace.</param>
/// <param name="Member">Name of the member, empty for a type.</param>
/// <param name="Parameters">Types of the parameters in brackets, or empty.</param>
internal sealed partial record MemberId(char Kind, string Type, string Member, string Parameters)
{
    /// <summary>How it is shown: <c>Type</c>, <c>Type.Member</c>.</summary>
    public string Display => Member.Length == 0 ? Short(Type) : $"{Short(Type)}.{DisplayMember}";

    /// <summary>The member without its type, with the short types of its parameters.</summary>
    public string DisplayMember => (Member == "#ctor" ? Short(Type) : TypeParameters().Replace(Member, "")) + Short(Parameters);

    /// <summary>File of the type's page in the reference.</summary>
    public string PageName => Type.Replace('`', '-') + ".md";

    public static MemberId Parse(string id)
    {
        var (kind, name) = (id[0], id[2..]);
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var (path, parameters) = bracket < 0 ? (name, "") : (name[..bracket], name[bracket..]);
        var dot = path.LastIndexOf('.');
        return kind is 'T' or '!' || dot < 0 ? new MemberId(kind, path, "", "") : new MemberId(kind, path[..dot], path[(dot + 1)..], parameters);
    }

    private static string Short(string types) =>
        TypeParameters().Replace(Namespaces().Replace(types, ""), "").Replace('{', '<').Replace('}', '>').Replace(",", ", ", StringComparison.Ordinal);

    [GeneratedRegex(@"([A-Za-z_][A-Za-z0-9_]*\.)+")]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"`+[0-9]+")]
    private static partial Regex TypeParameters();
}
