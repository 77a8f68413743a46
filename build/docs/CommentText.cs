using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PipelineKit.Docs;

/// <summary>Turns comments into Markdown.</summary>
/// <param name="pages">Types that have a page; other names are shown without a link.</param>
/// <param name="problem">Receives what a comment says wrong.</param>
internal sealed partial class CommentText(IReadOnlySet<string> pages, Action<string> problem)
{
    /// <summary>The Markdown of what stands in an element, in one line but for paragraphs and blocks of code.</summary>
    public string Of(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => Special().Replace(Blanks().Replace(plain.Value, " "), @"\$0"),
                XElement inner => Inner(inner),
                _ => "",
            });
        }

        return text.ToString().Trim();
    }

    private string Inner(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "c":
                return Code(element.Value);
            case "code":
                return $"\n\n```\n{element.Value.Trim('\r', '\n')}\n```\n\n";
            case "para":
                return $"\n\n{Of(element)}\n\n";
            case "paramref" or "typeparamref":
                return Code((string?)element.Attribute("name") ?? "");
            case "see" or "seealso":
                return See(element);
            default:
                problem($"the element <{element.Name.LocalName}> is not known here");
                return "";
        }
    }

    private string See(XElement element)
    {
        if ((string?)element.Attribute("langword") is { } word)
        {
            return Code(word);
        }

        if ((string?)element.Attribute("href") is { } address)
        {
            return $"[{(element.IsEmpty ? address : Of(element))}]({address})";
        }

        var id = MemberId.Parse((string?)element.Attribute("cref") ?? "!:");
        if (id.Kind == '!')
        {
            problem($"the reference to \"{id.Type}\" leads nowhere");
        }

        return pages.Contains(id.Type) ? $"[{Code(id.Display)}]({id.PageName})" : Code(id.Display);
    }

    private static string Code(string text)
    {
        var line = Blanks().Replace(text, " ");
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\\`*_\[\]<>#|&~]")]
    private static partial Regex Special();
}
