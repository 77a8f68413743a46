using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>Includes of a case: the name is the name of a file in its folder.</summary>
internal sealed class FolderLoader(string folder) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        var path = Path.Combine(folder, templatePath);
        return File.Exists(path) ? new System.Text.UTF8Encoding(false).GetString(File.ReadAllBytes(path)) : null;
    }
}
