using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Finds the registry that a job publishes to, and fills what its login asks for with what the job says.</summary>
internal sealed partial class RegistryResolver(IStageCatalog catalog, DiagnosticBag diagnostics)
{
    public RegistryDefinition? Resolve(JobDraft draft)
    {
        if (draft.Document.OidcFor is not { } id)
        {
            return null;
        }

        if (catalog.FindRegistry(id) is not { } registry)
        {
            diagnostics.Add(ResolutionDiagnostics.UnknownRegistry, draft.Document.Span, $"job \"{draft.Id}\" publishes to \"{id}\", which is no known registry");
            return null;
        }

        return registry.GitHubLogin is { } login ? WithLogin(registry, login, draft.Document.OidcWith) : registry;
    }

    // A login that asks for something which the job does not say cannot be used: the stored secret stands in for it, as on platforms without one.
    private static RegistryDefinition WithLogin(RegistryDefinition registry, GitHubSetup login, IReadOnlyDictionary<string, string> given)
    {
        if (login.With.Values.SelectMany(text => Placeholder().Matches(text)).Any(match => !given.ContainsKey(match.Groups[1].Value)))
        {
            return registry with { GitHubLogin = null, Platforms = [.. registry.Platforms.Where(platform => platform != "github")] };
        }

        var filled = login.With.ToDictionary(i => i.Key, i => Placeholder().Replace(i.Value, match => given[match.Groups[1].Value]), StringComparer.Ordinal);
        return registry with { GitHubLogin = login with { With = filled } };
    }

    // Two braces are another language's: ${{x}} of a workflow is no placeholder.
    [GeneratedRegex(@"(?<!\{)\{([a-z][a-z0-9-]*)\}(?!\})", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
