using PipelineKit.Core.Stages.Rendering.Functions;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>The functions that every template has beside the chosen ones of the library; the reference page lists them from here.</summary>
internal static class TemplateFunctions
{
    /// <summary>Functions that need nothing of a render.</summary>
    public static IReadOnlyList<TemplateFunction> General { get; } =
    [
        new RunFunction("run", "run program args…", "An argument list of its own: lists are flattened, what is absent is left out."),
        new RunFunction("list", "list values…", "The same for paths and other lists."),
        new WhenFunction(),
        new PrefixFunction(),
        new EachFunction(),
        new JoinFunction(),
        new LookupFunction(),
        new RawFunction(),
    ];

    /// <summary>Adds the functions to what a template sees.</summary>
    public static void AddTo(ScriptObject globals)
    {
        foreach (var function in General)
        {
            globals.SetValue(function.Name, function, readOnly: true);
        }
    }
}
