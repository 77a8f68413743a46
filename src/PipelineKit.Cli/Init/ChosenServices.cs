using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init;

/// <summary>Services that the owner's own tests have beside them.</summary>
internal static class ChosenServices
{
    public static void Add(RepositoryView view, DetectedProject project, StageChoice choice)
    {
        var known = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in view.Owner.Services)
        {
            var name = service.Image.Split(':')[0].Split('/')[^1];
            var id = name == "postgresql" ? "postgres" : name;
            if (view.Catalog.FindService(id) is null)
            {
                project.ByHand($"the tests have the service {service.Image} beside them: it is not among the known ones", service.Place);
                continue;
            }

            known[Kebab(service.Name)] = id;
            project.ByHand($"the tests have {service.Image} beside them: check that they read the address from the variables of `service-env`", service.Place);
        }

        if (known.Count > 0)
        {
            choice.WithMap("services", known);
        }
    }

    private static string Kebab(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
