using PipelineKit.Core.Stages.Recipes;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>One call of a function, for its messages and for the meaning of its arguments.</summary>
internal readonly struct FunctionCall(TemplateContext context, ScriptNode? caller, string name)
{
    /// <summary>The context of the render.</summary>
    public TemplateContext Context => context;

    /// <summary>Where the function is called.</summary>
    public Scriban.Parsing.SourceSpan Span => caller?.Span ?? context.CurrentSpan;

    /// <summary>An error at the call.</summary>
    public ScriptRuntimeException Error(string message) => new(Span, $"`{name}`: {message}");

    /// <summary>A text that must be there; numbers and booleans are written as in an argument.</summary>
    public string Text(object? value) => value switch
    {
        string text => text,
        null => throw Error("a value is missing"),
        bool or IFormattable => PlainValue.Text(value),
        _ => throw Error("a text is expected, not a list or a mapping"),
    };

    /// <summary>Entries of a list, the keys of a mapping, one value as a list of one, nothing for what is absent or an empty text.</summary>
    public IReadOnlyList<string> Texts(object? value)
    {
        var result = new List<string>();
        switch (value)
        {
            case null or "":
                break;
            case ScriptArray list:
                foreach (var item in list)
                {
                    result.Add(Text(item));
                }

                break;
            case IScriptObject map:
                result.AddRange(map.GetMembers());
                break;
            default:
                result.Add(Text(value));
                break;
        }

        return result;
    }

    /// <summary>Arguments of a program: lists flattened, what is absent left out, numbers and booleans as texts.</summary>
    public ScriptArray Arguments(IEnumerable<object?> values)
    {
        var result = new ScriptArray();
        foreach (var value in values)
        {
            Add(value, result, 0);
        }

        return result;
    }

    private void Add(object? value, ScriptArray result, int depth)
    {
        switch (value)
        {
            case null:
                break;
            case string or IScriptObject and not ScriptArray:
                // A mapping is a typed value, { matrix: NAME } or { env: NAME }; the reader of the document judges it.
                result.Add(value);
                break;
            case System.Collections.IEnumerable when depth > TemplateLimits.Nesting || result.Count > TemplateLimits.Items:
                throw Error("the lists are too long or nested too deeply");
            case System.Collections.IEnumerable list:
                foreach (var item in list)
                {
                    Add(item, result, depth + 1);
                }

                break;
            default:
                result.Add(Text(value));
                break;
        }
    }
}
