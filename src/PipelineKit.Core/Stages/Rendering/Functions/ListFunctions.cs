using System.Text;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>An argument list, or another list, of everything that is given.</summary>
internal sealed class RunFunction(string name, string signature, string summary) : TemplateFunction(name, signature, summary, required: 1)
{
    protected override object Call(ScriptArray arguments, FunctionCall call) => call.Arguments(arguments);
}

/// <summary>Arguments under a condition.</summary>
internal sealed class WhenFunction() : TemplateFunction("when", "when condition args…", "The arguments if the condition holds, otherwise nothing.", required: 1)
{
    protected override object Call(ScriptArray arguments, FunctionCall call) =>
        call.Context.ToBool(call.Span, arguments[0]) ? call.Arguments(arguments.Skip(1)) : new ScriptArray();
}

/// <summary>A text before each entry.</summary>
internal sealed class PrefixFunction()
    : TemplateFunction("prefix", "prefix text list [end]", "Each entry with the text before it, and with one behind it: `prefix \"--exclude=\" inputs.exclude`.", required: 2, most: 3)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var text = call.Text(arguments[0]);
        var end = arguments.Count > 2 ? call.Text(arguments[2]) : "";
        return new ScriptArray(call.Texts(arguments[1]).Select(object? (item) => text + item + end));
    }
}

/// <summary>An option before each entry.</summary>
internal sealed class EachFunction()
    : TemplateFunction("each", "each option list", "The option and an entry, for each entry: `each \"--with\" requirements`.", required: 2, most: 2)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var option = call.Text(arguments[0]);
        return new ScriptArray(call.Texts(arguments[1]).SelectMany(item => new object?[] { option, item }));
    }
}

/// <summary>All entries in one text.</summary>
internal sealed class JoinFunction() : TemplateFunction(
    "join", "join text separator list", "One text of all entries, with the text before them; nothing for an empty list: `join \"--exclude=\" \",\" inputs.exclude`.", required: 3, most: 3)
{
    protected override object? Call(ScriptArray arguments, FunctionCall call)
    {
        var items = call.Texts(arguments[2]);
        var (text, separator) = (call.Text(arguments[0]), call.Text(arguments[1]));
        if (items.Count == 0)
        {
            return null;
        }

        var builder = new StringBuilder(text);
        for (var i = 0; i < items.Count; i++)
        {
            builder.Append(i == 0 ? "" : separator).Append(items[i]);
            if (builder.Length > TemplateLimits.Text)
            {
                throw call.Error($"the text has more than {TemplateLimits.Text} characters");
            }
        }

        return builder.ToString();
    }
}

/// <summary>Whether an entry is in a list, a key in a mapping, or a part in a text.</summary>
internal sealed class ContainsFunction() : TemplateFunction(
    "contains", "contains list entry", "True when the entry is in the list, among the keys of the mapping, or a part of the text: `contains inputs.allow \"MIT\"`.", required: 2, most: 2)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var entry = call.Text(arguments[1]);
        return arguments[0] is string text ? text.Contains(entry, StringComparison.Ordinal) : call.Texts(arguments[0]).Contains(entry, StringComparer.Ordinal);
    }
}

/// <summary>What a table of the tool's data file has for each entry.</summary>
internal sealed class LookupFunction() : TemplateFunction(
    "lookup", "lookup table list", "For each entry what the table has for it, or the entry itself; none twice: `lookup tables.names inputs.allow`.", required: 2, most: 2)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        if (arguments[0] is not ScriptObject table)
        {
            throw call.Error("the first value must be a table of the tool's data file");
        }

        var found = call.Texts(arguments[1]).SelectMany(item => table.TryGetValue(item, out var entry) ? call.Texts(entry) : [item]);
        return new ScriptArray(found.Distinct(StringComparer.Ordinal));
    }
}
