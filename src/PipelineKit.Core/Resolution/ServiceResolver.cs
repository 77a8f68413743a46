using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Fills a service's version and settings in; <c>{host}</c> and <c>{port}</c> stay for the platforms.</summary>
internal sealed class ServiceResolver(IStageCatalog catalog, DiagnosticBag diagnostics)
{
    public Service? Resolve(JobDraft job, string alias)
    {
        if (!job.Source.Document.Services.TryGetValue(alias, out var asked))
        {
            Report(job, $"job \"{job.Id}\" uses the service \"{alias}\", which its stage document does not define", job.Source.Document.Services.Keys, alias);
            return null;
        }

        if (catalog.FindService(asked.Use) is not { } definition)
        {
            Report(job, $"service \"{alias}\" of job \"{job.Id}\" is a \"{asked.Use}\", which is no known service", catalog.ServiceIds, asked.Use);
            return null;
        }

        var values = new Dictionary<string, string>(definition.Settings, StringComparer.Ordinal) { ["version"] = asked.Version ?? definition.Version };
        foreach (var (name, value) in asked.Settings)
        {
            values[name] = value;
        }

        var image = Fill(definition.Image, values);
        var isLibrarys = asked.Version is null;
        return new Service
        {
            Alias = alias,
            Image = isLibrarys ? catalog.Pins.Image(image) : image,
            LibraryImage = isLibrarys ? image : null,
            Port = definition.Port,
            Env = definition.Env.OrderBy(e => e.Key, StringComparer.Ordinal).ToDictionary(e => e.Key, e => Fill(e.Value, values), StringComparer.Ordinal),
            Health = definition.Health is { } health ? Fill(health, values) : null,
            Values = definition.Values.ToDictionary(e => e.Key, e => Fill(e.Value, values), StringComparer.Ordinal),
        };
    }

    private static string Fill(string text, Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private void Report(JobDraft job, string message, IEnumerable<string> known, string asked)
    {
        var names = known.ToList();
        diagnostics.Add(
            ResolutionDiagnostics.UnknownService,
            job.Document.Span,
            $"{message}; expected one of {string.Join(", ", names.Select(n => $"\"{n}\""))}",
            NearestMatch.Find(asked, names) is { } near ? $"did you mean `{near}`?" : null);
    }
}
