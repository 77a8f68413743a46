using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>A value as the text of a JSON file, laid out as formatters of JSON do it: a mapping over several lines, a list in one where it fits.</summary>
internal sealed class JsonFunction() : TemplateFunction(
    "json", "json value", "The text of a JSON file that holds the value, for `content:`; what is absent or empty in a mapping is left out.", required: 1, most: 1)
{
    private const int Width = 80;
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var text = new StringBuilder();
        Write(arguments[0], text, 0, call);
        return text.Append('\n').ToString();
    }

    private static void Write(object? value, StringBuilder text, int depth, FunctionCall call)
    {
        if (depth > TemplateLimits.Nesting || text.Length > TemplateLimits.Text)
        {
            throw call.Error("the value is nested too deeply or too long");
        }

        switch (value)
        {
            case ScriptArray list:
                WriteList(list, text, depth, call);
                break;
            case IScriptObject map:
                WriteMap(map, text, depth, call);
                break;
            default:
                text.Append(Scalar(value, call));
                break;
        }
    }

    private static void WriteMap(IScriptObject map, StringBuilder text, int depth, FunctionCall call)
    {
        var members = map.GetMembers().Select(name => KeyValuePair.Create(name, map.TryGetValue(call.Context, call.Span, name, out var value) ? value : null))
            .Where(member => !IsEmpty(member.Value)).ToList();
        if (members.Count == 0)
        {
            text.Append("{}");
            return;
        }

        text.Append("{\n");
        foreach (var (at, member) in members.Index())
        {
            Indent(text, depth + 1).Append(Quoted(member.Key)).Append(": ");
            Write(member.Value, text, depth + 1, call);
            text.Append(at < members.Count - 1 ? ",\n" : "\n");
        }

        Indent(text, depth).Append('}');
    }

    private static void WriteList(ScriptArray list, StringBuilder text, int depth, FunctionCall call)
    {
        var start = text.Length;
        text.Append('[');
        foreach (var (at, item) in list.Index())
        {
            text.Append(at == 0 ? "" : ", ");
            Write(item, text, depth + 1, call);
        }

        text.Append(']');
        var line = text.ToString().LastIndexOf('\n') + 1;
        if (text.Length - line < Width || list.Count == 0)
        {
            return;
        }

        text.Length = start;
        text.Append("[\n");
        foreach (var (at, item) in list.Index())
        {
            Indent(text, depth + 1);
            Write(item, text, depth + 1, call);
            text.Append(at < list.Count - 1 ? ",\n" : "\n");
        }

        Indent(text, depth).Append(']');
    }

    private static bool IsEmpty(object? value) => value is null or "" or ScriptArray { Count: 0 } || (value is IScriptObject map and not ScriptArray && !map.GetMembers().Any());

    private static string Scalar(object? value, FunctionCall call) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw call.Error("a value of JSON is a text, a number, a boolean, a list or a mapping"),
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
