using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Makes one <see cref="Install"/> of all equal ones of a project, so that a laptop runs it once.</summary>
internal sealed class InstallResolver(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Install> _byContent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Install? Resolve(JobDraft job)
    {
        if (job.Document.Install is not { } name)
        {
            return null;
        }

        if (!job.Source.Document.Installs.TryGetValue(name, out var install))
        {
            diagnostics.Add(
                ResolutionDiagnostics.UnknownInstall,
                job.Document.Span,
                $"job \"{job.Id}\" uses the install \"{name}\", which its stage document does not define");
            return null;
        }

        var content = $"{job.Project.Path}\0{string.Join('\0', install.Run.Select(r => string.Join('\u0001', r)))}";
        if (!_byContent.TryGetValue(content, out var known))
        {
            known = Make(job.Project, name, install);
            _byContent.Add(content, known);
        }

        return known;
    }

    private Install Make(Project project, string name, StageInstall install)
    {
        var stem = project.Name is null ? name : $"{name}-{project.Name}";
        var id = stem;
        for (var n = 2; !_ids.Add(id); n++)
        {
            id = $"{stem}-{n}";
        }

        IReadOnlyList<string> FromRoot(IReadOnlyList<string> paths) => [.. paths.Select(p => ProjectPaths.Join(project.Path, p))];
        return new Install
        {
            Id = id,
            Directory = project.Path,
            Run = install.Run,
            Inputs = FromRoot(install.Inputs),
            Cache = install.Cache is { } cache ? cache with { Key = FromRoot(cache.Key), Else = FromRoot(cache.Else) } : null,
        };
    }
}
