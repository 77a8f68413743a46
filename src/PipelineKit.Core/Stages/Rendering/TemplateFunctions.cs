using PipelineKit.Core.Stages.Rendering.Functions;

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
        new ContainsFunction(),
        new LookupFunction(),
        new JsonFunction(),
        new RawFunction(),
    ];
}
