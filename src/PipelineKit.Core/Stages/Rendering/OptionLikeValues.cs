using System.Collections;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Finds the texts of a spec that a program would take for options.</summary>
internal static class OptionLikeValues
{
    public static IReadOnlyCollection<string> Of(StageRequest request, IStageCatalog catalog)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        // What the spec adds to a command as arguments is meant to be read as options.
        var arguments = catalog.FindStage(request.Stage.Id.Value)?.Inputs.Where(i => i.Arguments).Select(i => i.Name).ToList() ?? [];
        var inputs = request.Stage.Inputs.Where(i => !arguments.Contains(i.Key, StringComparer.Ordinal)).Select(i => i.Value);
        foreach (var value in inputs.Concat(request.Project.Options.Values).Concat(request.Stage.Options.Values))
        {
            Collect(value, found);
        }

        Collect(request.Project.Path.Value, found);
        Collect(request.Project.Name?.Value, found);
        Collect(request.Stage.FailOn?.Value, found);
        Collect(request.Spec.Name.Value, found);
        return found;
    }

    private static void Collect(object? value, HashSet<string> found)
    {
        switch (value)
        {
            case string text when text.StartsWith('-'):
                found.Add(text);
                break;
            case string:
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                foreach (var (key, item) in map)
                {
                    Collect(key, found);
                    Collect(item, found);
                }

                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    Collect(item, found);
                }

                break;
        }
    }
}
