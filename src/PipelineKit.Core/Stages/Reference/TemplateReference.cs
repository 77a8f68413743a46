using System.Globalization;
using System.Text;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Stages.Rendering.Functions;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Reference;

/// <summary>Writes the reference of what templates see from the code that they see it by, into a page between two marks.</summary>
internal static class TemplateReference
{
    internal const string Begin = "<!-- what templates see: generated from the code -->";

    internal const string End = "<!-- end of what templates see -->";

    /// <summary>A page with the part between the marks brought up to date; the rest is left as it is.</summary>
    public static string Write(string page)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin
            ? $"{page.TrimEnd()}\n\n{Begin}\n\n{Text()}\n{End}\n"
            : $"{page[..begin]}{Begin}\n\n{Text()}\n{page[end..]}";
    }

    private static string Text()
    {
        var text = new StringBuilder("### Values\n\n| Name | Seen by | Holds |\n| --- | --- | --- |\n");
        Values(text, "every template", [.. Record("project"), .. Record("pipeline"), "stack"]);
        Values(text, "tools, layouts", [.. Record("stage"), "inputs"]);
        Values(text, "tools, package managers", ToolGlobals.OfFacts);
        Values(text, "tools, layouts", ToolGlobals.OfTool.Intersect(LayoutGlobals.Names, StringComparer.Ordinal));
        Values(text, "tools", ToolGlobals.OfTool.Except(LayoutGlobals.Names, StringComparer.Ordinal));
        Values(text, "layouts", LayoutGlobals.Names.Except(ToolGlobals.OfTool, StringComparer.Ordinal));
        text.Append("\n### Functions\n\n| Call | Seen by | Gives |\n| --- | --- | --- |\n");
        Functions(text, "every template", TemplateFunctions.General);
        text.Append("| `include \"NAME\" argument: value…` | every template | What the partial `partials/NAME.sbn` writes; it sees the arguments as `$argument`. |\n");
        Functions(text, "tools", ToolGlobals.Functions);
        text.Append("\n### Functions of the library\n\n");
        text.Append("These and no others, with the meaning that [Scriban's reference](https://scriban.github.io/docs/builtins/) gives them.\n\n| Group | Functions |\n| --- | --- |\n");
        foreach (var group in BuiltInFunctions.Chosen.Keys)
        {
            text.Append($"| `{group}` | {ReferenceTable.Code(((ScriptObject)BuiltInFunctions.Chosen[group]!).Keys.Order(StringComparer.Ordinal))} |\n");
        }

        text.Append("\n### Limits\n\n| Of | At most |\n| --- | --- |\n");
        foreach (var (what, most) in Limits())
        {
            text.Append($"| {what} | {most} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Record(string name) => StageGlobals.Members[name].Select(member => $"{name}.{member}");

    private static void Values(StringBuilder text, string where, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            text.Append($"| `{name}` | {where} | {TemplateMeanings.All[name]} |\n");
        }
    }

    private static void Functions(StringBuilder text, string where, IEnumerable<TemplateFunction> functions)
    {
        foreach (var function in functions)
        {
            text.Append($"| `{Cell(function.Signature)}` | {where} | {Cell(function.Summary)} |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<(string What, string Most)> Limits() =>
    [
        ("rounds of all loops of one render", Number(TemplateLimits.Loops)),
        ("calls and includes inside of one another", Number(TemplateLimits.Calls)),
        ("levels of lists and mappings in a value", Number(TemplateLimits.Nesting)),
        ("levels of expressions and blocks in a template", Number(TemplateLimits.Depth)),
        ("characters of one text", Number(TemplateLimits.Text)),
        ("entries of one list", Number(TemplateLimits.Items)),
        ("characters of all texts that one render makes", Number(TemplateLimits.AllText)),
        ("entries of all lists that it makes", Number(TemplateLimits.AllItems)),
        ("characters that it writes", Number(TemplateLimits.Output)),
        ("characters of a template", Number(TemplateLimits.Source)),
        ("time of one render", TemplateLimits.Time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s"),
    ];

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
