using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>The container of a job, and the commands that add the toolchains which it does not carry.</summary>
/// <param name="Image">Name as the data file or the spec gives it, with versions filled in; null on runners without containers.</param>
/// <param name="ClearEntrypoint">True: the image's own entry point would swallow the script.</param>
/// <param name="SetUp">Lines for <c>before_script</c>.</param>
internal sealed partial record ImageSection(string? Image, bool ClearEntrypoint, IReadOnlyList<string> SetUp)
{
    /// <summary>For jobs that bring no toolchain: the plain system that the labels of the other platforms stand for.</summary>
    public const string Plain = "debian:13.1-slim";

    /// <summary>For jobs that only need a shell.</summary>
    public const string Shell = "busybox:1.37.0";

    public static ImageSection Choose(Job job, GitLabPlan plan)
    {
        if (job.Runner.Os != "linux")
        {
            CheckTags(job, plan);
            return new ImageSection(null, false, []);
        }

        // An image that somebody named is taken as complete: nothing is known about what else could be installed into it.
        if (job.Runner.Image is { } own)
        {
            UnexpandedText.Check(own, $"the image of job \"{job.Id}\"", plan);
            return new ImageSection(own, false, []);
        }

        if (job.Toolchains.Count == 0)
        {
            return new ImageSection(job.Run.Count == 0 ? Shell : Plain, false, []);
        }

        var best = Candidates(job).OrderByDescending(c => c.Covers.Count).FirstOrDefault();
        var missing = ToolchainChoice.Uncovered(job.Toolchains).Where(t => best is null || !best.Covers.Contains(t.Id)).ToList();

        // Toolchains from one package manager begin alike (`apt-get update`); once is enough.
        var setUp = Lines(best?.SetUp ?? [], job).Concat(missing.SelectMany(t => Install(t, job, plan))).Distinct(StringComparer.Ordinal);
        return new ImageSection(best?.Name ?? Plain, best?.ClearEntrypoint ?? false, [.. setUp]);
    }

    public void AddTo(YamlMap map, GitLabPlan plan, Job job)
    {
        if (Image is null)
        {
            return;
        }

        Check(Image, job, plan);
        var name = Images.Pulled(plan.Pipeline.Settings, job.Runner.Image is null ? plan.Pins.Image(Image) : Image);
        map["image"] = ClearEntrypoint ? new YamlMap { ["name"] = name, ["entrypoint"] = YamlList.Inline([""]) } : name;
    }

    /// <summary>Reports an image that could be another one tomorrow.</summary>
    public static void Check(string image, Job job, GitLabPlan plan)
    {
        if (!IsExact(image))
        {
            plan.Report(
                GitLabDiagnostics.MutableImage,
                $"job \"{job.Id}\" uses the image \"{image}\", whose tag can mean another image tomorrow",
                "name a tag with a version, or a digest");
        }
    }

    /// <summary>True when the reference holds a digest, or a tag with a version in it.</summary>
    public static bool IsExact(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var tag = name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? name[(colon + 1)..] : "";
        return name.Contains("@sha256:", StringComparison.Ordinal) || tag.Any(char.IsAsciiDigit) || tag.Contains('$', StringComparison.Ordinal);
    }

    private static IEnumerable<Candidate> Candidates(Job job) =>
        from toolchain in job.Toolchains
        from image in toolchain.Definition.Images
        let name = Placeholders.Fill(image.Image, job.Toolchains, Spelling.InImage)
        where name is not null
        let covers = image.Covers.Append(toolchain.Id).Intersect(job.Toolchains.Select(t => t.Id), StringComparer.Ordinal)
        select new Candidate(UnneededBraces().Replace(name, "$$$1"), image.ClearEntrypoint, image.SetUp, covers.ToHashSet(StringComparer.Ordinal));

    // The image was chosen, so every version that its commands can name is known.
    private static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> commands, Job job) =>
        commands.Select(c => Placeholders.FillAll(c, job.Toolchains, Spelling.Marked)).OfType<IReadOnlyList<string>>().Select(Line);

    private static string Line(IReadOnlyList<string> words) => string.Join(' ', words.Select(Spelling.MarkedWord));

    private static IEnumerable<string> Install(Toolchain toolchain, Job job, GitLabPlan plan)
    {
        var commands = toolchain.Definition.GitLabInstall?.Select(c => Placeholders.FillAll([.. Placeholders.Spread(c, job.Toolchains)], job.Toolchains, Spelling.Marked)).ToList();
        if (commands is null || commands.Contains(null))
        {
            plan.Report(
                PlatformDiagnostics.ToolchainUnavailable,
                $"job \"{job.Id}\" asks for \"{toolchain.Id}\" beside {string.Join(", ", job.Toolchains.Where(t => t != toolchain).Select(t => $"\"{t.Id}\""))}, but no image carries both and there are no commands that install it on GitLab",
                $"add `gitlab:` commands or an image to the data file of \"{toolchain.Id}\", or give the job an image");
            return [];
        }

        return commands.OfType<IReadOnlyList<string>>().Select(Line);
    }

    private static void CheckTags(Job job, GitLabPlan plan)
    {
        if (job.Runner.GitLabTags.Count == 0)
        {
            plan.Report(
                GitLabDiagnostics.RunnerTagsMissing,
                $"job \"{job.Id}\" needs a {job.Runner.Os} runner, which on GitLab only tags can select",
                $"add `runners: {{ {job.Runner.Os}: {{ gitlab: [TAG] }} }}` to the spec");
        }
        else if (job.Runner.Os == "windows")
        {
            plan.Report(
                PlatformDiagnostics.Approximation,
                $"job \"{job.Id}\" runs POSIX shell lines on GitLab: its Windows runner needs `shell = \"bash\"` and the toolchains installed");
        }
    }

    [GeneratedRegex(@"\$\{(\w+)\}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex UnneededBraces();

    private sealed record Candidate(string Name, bool ClearEntrypoint, IReadOnlyList<IReadOnlyList<string>> SetUp, IReadOnlySet<string> Covers);
}
