using System.Text;
using System.Xml.Linq;

namespace PipelineKit.Docs;

/// <summary>Pages that describe public types: one per type, and a list of them all.</summary>
/// <param name="types">The types.</param>
/// <param name="comments">Their comments.</param>
/// <param name="problems">Receives comments that are missing or wrong.</param>
internal sealed class Reference(IReadOnlyList<PublicType> types, XmlComments comments, ICollection<string> problems)
{
    private const string Folder = "reference";

    private readonly HashSet<string> _names = types.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

    public IEnumerable<Page> Pages() => types.Select(TypePage).Prepend(List());

    private static string Display(PublicType type) => MemberId.Parse($"T:{type.Name}").Display;

    private Page List()
    {
        var text = new StringBuilder("# Reference\n\nThe public types, from the comments in the sources.\n");
        foreach (var space in types.GroupBy(t => t.Namespace, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {space.Key}\n\n").AppendJoin("", space.Select(t => $"- [{Display(t)}]({MemberId.Parse($"T:{t.Name}").PageName})\n"));
        }

        return new Page($"{Folder}/README.md", text.ToString());
    }

    private Page TypePage(PublicType type)
    {
        var text = new StringBuilder($"# {Display(type)}\n\nNamespace {type.Namespace}, assembly {type.Assembly}. [All types](README.md)\n");
        if (comments.OfType(type.Name) is { } comment)
        {
            Describe(text, type.Name, comment);
        }
        else
        {
            problems.Add($"{type.Name}: the type has no comment");
        }

        foreach (var (id, member) in comments.MembersOf(type.Name).Where(m => type.Members.Contains(NameOf(m.Id))))
        {
            text.Append($"\n## `{id.DisplayMember}`\n");
            Describe(text, $"{type.Name}.{id.Member}", member);
        }

        return new Page($"{Folder}/{MemberId.Parse($"T:{type.Name}").PageName}", text.ToString());
    }

    // "Read``1" is the generic method Read.
    private static string NameOf(MemberId id) => id.Member.Split("``")[0];

    private void Describe(StringBuilder text, string name, XElement comment)
    {
        var writer = new CommentText(_names, problem => problems.Add($"{name}: {problem}"));
        foreach (var part in comment.Elements())
        {
            var heading = part.Name.LocalName switch
            {
                "summary" or "remarks" => "",
                "param" or "typeparam" => $"`{(string?)part.Attribute("name")}`: ",
                "returns" or "value" => "Gives: ",
                "exception" => $"Throws `{MemberId.Parse((string?)part.Attribute("cref") ?? "!:").Display}`: ",
                "inheritdoc" => "As in the type that it comes from.",
                _ => null,
            };
            if (heading is null)
            {
                problems.Add($"{name}: the element <{part.Name.LocalName}> is not known here");
                continue;
            }

            text.Append($"\n{heading}{writer.Of(part)}\n");
        }
    }
}
