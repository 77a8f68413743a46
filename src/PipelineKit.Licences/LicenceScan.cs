using System.Collections.Immutable;
using PipelineKit.Licences.Normalisation;
using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Reading;

namespace PipelineKit.Licences;

/// <summary>Reads the packages of a project, concludes their licences and decides by the policy. Needs no network and no clock.</summary>
public static class LicenceScan
{
    /// <summary>Runs the check. Nothing is thrown for what files or the policy hold: see <see cref="LicenceReport.Problems"/>.</summary>
    public static LicenceReport Run(LicenceScanRequest request)
    {
        var problems = new List<LicenceProblem>();
        var lists = PolicyLists.Read(request.Policy, problems);
        var path = Path.GetFullPath(request.Path);
        var root = File.Exists(path) ? Path.GetDirectoryName(path)! : path;
        var files = new ScanFiles(root, request.PackageFolders, problems) { Shown = request.FolderInRepository };
        var context = new ReadContext(files, request, problems);
        var inputs = Read(path, context);
        var exemptions = new Exemptions(request.Policy.Exceptions);
        var judge = new PackageJudge(new PolicyEvaluator(lists, request.Policy), request.Policy, exemptions, request.Today);
        var decisions = Decide(PackageMerger.Merge(context.Packages), judge, context);
        problems.AddRange(exemptions.NotNeeded());
        return new LicenceReport
        {
            Name = request.Name ?? Path.GetFileName(root),
            Today = request.Today,
            Inputs = inputs,
            Packages = decisions,
            Dependencies = [.. context.Dependencies.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal)],
            Problems = [.. problems.OrderByDescending(problem => problem.Severity).ThenBy(problem => problem.Location.File, StringComparer.Ordinal)],
        };
    }

    private static ImmutableArray<string> Read(string path, ReadContext context)
    {
        var found = Discovery.Find(path, context);
        if (found.Count == 0)
        {
            context.Problems.Add(LicenceProblem.NothingFound(context.Request.Path));
        }

        foreach (var (file, reader) in found)
        {
            try
            {
                reader.Read(file, context);
            }
            catch (Exception e) when (e is InvalidOperationException || e.GetType() == typeof(ArgumentException))
            {
                // A name with a lone surrogate or, as a path, with a null character: a format error of the file, whichever reader met it.
                context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(file), e.Message));
            }
        }

        return [.. found.Select(entry => context.Files.Display(entry.Path))];
    }

    private static ImmutableArray<PackageDecision> Decide(List<LicencePackage> packages, PackageJudge judge, ReadContext context)
    {
        var cache = new ConclusionCache(context);
        var decisions = ImmutableArray.CreateBuilder<PackageDecision>(packages.Count);
        foreach (var package in packages)
        {
            var decision = judge.Decide(package, cache.Conclude(package));
            decisions.Add(context.Request.CollectTexts && package.Folder is { } folder
                ? decision with { Texts = [.. PackageFiles.ReadAll(folder, context)] }
                : decision);
        }

        return decisions.ToImmutable();
    }
}
