using Scriban.Syntax;

namespace Scriban;

/// <summary>Loading of included templates.</summary>
public partial class TemplateContext
{
    /// <summary>Finds, parses and caches an included template; every failure is an error at the call.</summary>
    internal Template LoadTemplate(ScriptNode caller, string name)
    {
        var span = caller.Span;
        if (string.IsNullOrEmpty(name))
        {
            throw new ScriptRuntimeException(span, "Include template name cannot be null or empty");
        }

        if (TemplateLoader is null)
        {
            throw new ScriptRuntimeException(span, $"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        }

        var path = TemplateLoader.GetPath(this, span, name);
        if (string.IsNullOrEmpty(path))
        {
            throw new ScriptRuntimeException(span, $"Include template path is null for `{name}");
        }

        if (!CachedTemplates.TryGetValue(path, out var template))
        {
            var text = TemplateLoader.Load(this, span, path)
                ?? throw new ScriptRuntimeException(span, $"The result of including `{name}` cannot be null");
            template = Template.Parse(text, path, TemplateLoaderParserOptions, TemplateLoaderLexerOptions);
            CachedTemplates[path] = template;
        }

        return template.HasErrors
            ? throw new ScriptParserRuntimeException(span, $"Error while parsing template `{name}`", template.Messages)
            : template;
    }
}
