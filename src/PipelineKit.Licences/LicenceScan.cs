using System.Collections.Immutable;
using System.Text.Json;
using PipelineKit.Licences.Normalisation;
using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Reading;
using PipelineKit.Licences.Reading.Text;

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
            if (Problem(file, reader, context) is { } problem)
            {
                context.Problems.Add(problem);
            }
        }

        return [.. found.Select(entry => context.Files.Display(entry.Path))];
    }

    // A file that is not what its name says is told in one place, whichever reader met it.
    private static LicenceProblem? Problem(string file, IPackageReader reader, ReadContext context)
    {
        try
        {
            reader.Read(file, context);
            return null;
        }
        catch (LockFormatException e)
        {
            return e.Unsupported
                ? LicenceProblem.Unsupported(context.Files.Display(file), e.Message, e.Line)
                : LicenceProblem.Malformed(context.Files.Display(file), e.Message, e.Line);
        }
        catch (JsonException e)
        {
            return LicenceProblem.Malformed(context.Files.Display(file), e.Message, (int)(e.LineNumber ?? 0) + 1);
        }
        catch (Exception e) when (e is InvalidOperationException || e.GetType() == typeof(ArgumentException))
        {
            // A name with a lone surrogate or, as a path, with a null character.
            return LicenceProblem.Malformed(context.Files.Display(file), e.Message);
        }
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
