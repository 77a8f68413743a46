using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the templates that <c>include</c> names (runtime documentation, "Include and ITemplateLoader").</summary>
public interface ITemplateLoader
{
    /// <summary>Turns the name given to <c>include</c> into a unique key; it is the cache key and the file name in messages.</summary>
    /// <param name="context">The evaluation.</param>
    /// <param name="callerSpan">The call.</param>
    /// <param name="templateName">The name as written.</param>
    /// <returns>The key; null or empty when there is no such template.</returns>
    string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>Loads the text of a template.</summary>
    /// <param name="context">The evaluation.</param>
    /// <param name="callerSpan">The call.</param>
    /// <param name="templatePath">What <see cref="GetPath"/> returned.</param>
    /// <returns>The text; null when there is no such template.</returns>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
