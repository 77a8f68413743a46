using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template (runtime documentation, "Parsing" and "Rendering"). May be rendered by several contexts.</summary>
public sealed class Template
{
    private Template(ScriptPage? page, LogMessageBag messages)
    {
        Page = messages.HasErrors ? null : page;
        Messages = messages;
    }

    /// <summary>The root of the syntax tree; null when there are errors. Tools such as linters start here.</summary>
    public ScriptPage? Page { get; }

    /// <summary>Whether the template can not be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>The messages of the parser.</summary>
    public LogMessageBag Messages { get; }

    /// <summary>Parses a template. Errors do not throw: they are in <see cref="Messages"/>.</summary>
    /// <param name="text">The text of the template.</param>
    /// <param name="sourceFilePath">The name that messages print.</param>
    /// <param name="parserOptions">Switches of the parser.</param>
    /// <param name="lexerOptions">Switches of the lexer.</param>
    /// <returns>The template.</returns>
    public static Template Parse(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new ScriptSource(sourceFilePath ?? "<input>", text);
        var messages = new LogMessageBag();
        var page = Parser.Parse(source, parserOptions ?? new ParserOptions(), (lexerOptions ?? new LexerOptions()).Mode, messages);
        return new Template(page, messages);
    }

    /// <summary>Evaluates an expression or a script without writing output.</summary>
    /// <param name="expression">The script, without braces.</param>
    /// <param name="context">What it sees.</param>
    /// <returns>The value of its last expression.</returns>
    /// <exception cref="InvalidOperationException">The script has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation failed.</exception>
    public static object? Evaluate(string expression, TemplateContext context) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(context);

    /// <summary>Evaluates the template without writing output.</summary>
    /// <param name="context">What it sees.</param>
    /// <returns>The value of its <c>ret</c>, or of its last expression statement.</returns>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation failed.</exception>
    public object? Evaluate(TemplateContext context) => context.EvaluatePage(ValidPage());

    /// <summary>Renders the template.</summary>
    /// <param name="context">Globals, switches and limits.</param>
    /// <returns>The output.</returns>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation failed, or one of its limits was reached.</exception>
    public string Render(TemplateContext context) => context.RenderPage(ValidPage());

    /// <summary>Renders the template with a model in a context of its own.</summary>
    /// <param name="model">A <see cref="ScriptObject"/>, a dictionary with string keys, or a JSON object; null for no globals.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">The model is of another type: host types are not read by reflection.</exception>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation failed, or one of its limits was reached.</exception>
    public string Render(object? model = null)
    {
        if (model is TemplateContext known)
        {
            return Render(known);
        }

        var context = new TemplateContext();
        var globals = new ScriptObject();
        if (model is not null)
        {
            globals.Import(model);
        }

        context.PushGlobal(globals);
        return Render(context);
    }

    private ScriptPage ValidPage() => Page ?? throw new InvalidOperationException($"The template has errors:\n{Messages}");
}
