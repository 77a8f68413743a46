using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>Includes held in memory.</summary>
internal sealed class DictionaryLoader(IReadOnlyDictionary<string, string> texts) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => texts.GetValueOrDefault(templatePath);
}
