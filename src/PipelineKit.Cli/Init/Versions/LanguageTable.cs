using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Init.Versions;

/// <summary>The lines of the languages, by the stack that they are the language of.</summary>
/// <param name="lines">What <c>templates/pins/languages.yml</c> says.</param>
internal sealed class LanguageTable(IReadOnlyDictionary<string, LanguageLines> lines)
{
    public LanguageLines Of(string language) => lines[language];
}
