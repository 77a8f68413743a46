using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>services</c>: reached by their alias, on the port of the image.</summary>
internal static class ServicesSection
{
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        var beside = job.Toolchains.Select(toolchain => toolchain.Definition.GitLabService).OfType<ToolchainService>().ToList();
        if (job.Services.Count + beside.Count == 0)
        {
            return;
        }

        foreach (var service in job.Services)
        {
            ImageSection.Check(service.Image, job, plan);
        }

        map["services"] = new YamlList(job.Services.Select(service => Node(service, plan)).Concat(beside.Select(service => Node(service, plan))));
    }

    /// <summary>What the job is told about a service.</summary>
    public static string Text(Job job, ServiceValue value)
    {
        var service = job.Services.First(s => string.Equals(s.Alias, value.Service, StringComparison.Ordinal));
        return ServiceTexts.Get(service, value.Get, service.Alias, service.Port)
            ?? throw new ArgumentException($"service \"{value.Service}\" has no \"{value.Get}\"", nameof(value));
    }

    /// <summary>Says once that health commands have no place in the file.</summary>
    public static void ReportHealth(GitLabPlan plan)
    {
        var aliases = plan.Jobs.SelectMany(job => job.Services).Where(s => s.Health is not null).Select(s => s.Alias).Distinct(StringComparer.Ordinal);
        if (string.Join(", ", aliases.Order(StringComparer.Ordinal)) is { Length: > 0 } names)
        {
            plan.Report(GitLabDiagnostics.PortInsteadOfHealth, $"GitLab's runner waits until the port of a service answers, not for its health command: {names}");
        }
    }

    private static YamlMap Node(ToolchainService service, GitLabPlan plan) =>
        new() { ["name"] = Images.Pulled(plan.Pipeline.Settings, plan.Pins.Image(service.Image)), ["alias"] = service.Alias };

    private static YamlMap Node(Service service, GitLabPlan plan)
    {
        var node = new YamlMap { ["name"] = Images.Pulled(plan.Pipeline.Settings, service.Image), ["alias"] = service.Alias };
        if (service.Env.Count > 0)
        {
            var variables = new YamlMap();
            foreach (var (name, value) in service.Env.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                UnexpandedText.CheckPercent(value, $"the variable {name} of the service \"{service.Alias}\"", plan);

                // Variables of a service know no `expand: false`; the runner reads "$$" as a dollar sign.
                variables[name] = Spelling.Escaped(value);
            }

            node["variables"] = variables;
        }

        return node;
    }
}
