using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// The context that stage templates run in, made in this one place. Strict where the language is lenient: a name or a member that does not exist,
/// a value that is null and every limit is an error with a place, and each value becomes one YAML node.
/// </summary>
internal sealed class StageTemplateContext : TemplateContext
{
    private const int MaxOutput = 1 << 20;

    private StageTemplateContext()
    {
    }

    /// <summary>Makes a context over the globals of one render.</summary>
    public static StageTemplateContext Create(ScriptObject globals, ITemplateLoader partials, CancellationToken cancellation)
    {
        var context = new StageTemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedIndexerAccess = false,
            IndentOnEmptyLines = false,
            NewLine = "\n",
            LoopLimit = 10_000,
            RecursiveLimit = 20,
            LimitToString = MaxOutput,
            ThrowOnOutputLimit = true,
            RegexTimeOut = TimeSpan.FromSeconds(1),
            TimeLimit = TimeSpan.FromSeconds(5),
            CancellationToken = cancellation,
            TemplateLoader = partials,
        };
        var include = (IScriptCustomFunction)context.BuiltinObject["include"]!;
        globals.SetValue("include", new IncludePartial(include), readOnly: true);
        globals.SetValue("raw", new RawFunction(), readOnly: true);
        context.PushGlobal(globals);
        return context;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is RawText raw)
        {
            return Write(raw.IsValue ? $"{ValueMarks.Raw}{raw.Text}{ValueMarks.Raw}" : raw.Text);
        }

        try
        {
            return Write(FlowYaml.Write(textAsObject));
        }
        catch (ArgumentException e)
        {
            throw new ScriptRuntimeException(span, e.Message, e);
        }
    }

    // What a partial writes was escaped while it ran.
    private sealed class IncludePartial(IScriptCustomFunction include) : IScriptCustomFunction
    {
        public object? Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new RawText(include.Invoke(context, callerContext, arguments, blockStatement)?.ToString() ?? "", IsValue: false);
    }

    private sealed class RawFunction : IScriptCustomFunction
    {
        public object? Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            arguments.Count == 1
                ? new RawText(context.ObjectToString(arguments[0]), IsValue: true)
                : throw new ScriptRuntimeException(callerContext.Span, "`raw` takes one value");
    }
}
