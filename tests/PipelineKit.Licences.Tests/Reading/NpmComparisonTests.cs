using System.Text.Json;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Tests.Reading;

/// <summary>
/// A tree of 560 npm packages against the answers of license-checker-rseidelsohn, recorded by <c>compare/npm.mjs</c>. Each
/// package on which the verdicts differ is explained in <c>differences.json</c>.
/// </summary>
public sealed class NpmComparisonTests
{
    [Fact]
    public void Verdicts_agree_with_the_other_tool_or_the_difference_is_explained()
    {
        using var folder = Tree();
        using var comparison = JsonDocument.Parse(File.ReadAllText(Fixture.Path("npm/comparison.json")));
        using var differences = JsonDocument.Parse(File.ReadAllText(Fixture.Path("npm/differences.json")));
        var policy = new LicencePolicy
        {
            Allow = [.. comparison.RootElement.GetProperty("allow").EnumerateArray().Select(id => id.GetString()!)],
            Development = DevelopmentRule.Enforce,
        };

        var report = folder.Scan(policy);

        var rows = comparison.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var recorded = rows.Select(row => $"{row.GetProperty("label").GetString()} {row.GetProperty("ours").GetString()}");
        report.Packages.Select(p => $"{p.Package.Label} {p.Conclusion.Text}").Except(recorded).ShouldBeEmpty();
        report.Packages.Length.ShouldBe(rows.Count);
        var judged = rows.Where(row => row.GetProperty("theirs").ValueKind == JsonValueKind.String)
            .ToDictionary(row => row.GetProperty("label").GetString()!, row => row.GetProperty("theirsAllowed").GetBoolean());
        judged.Count.ShouldBeGreaterThan(500);
        report.Packages.Where(p => judged.TryGetValue(p.Package.Label, out var theirs) && theirs != (p.Outcome == PackageOutcome.Allowed))
            .Select(p => p.Package.Label)
            .ShouldBe(differences.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Every_package_has_a_way_from_the_project()
    {
        using var folder = Tree();

        foreach (var package in folder.Scan().Packages.Select(p => p.Package))
        {
            package.Path.ShouldNotBeEmpty(package.Label);
            package.Path[^1].ShouldBe(package.Label);
            package.Direct.ShouldBe(package.Path.Length == 1, package.Label);
        }
    }

    internal static TemporaryFolder Tree()
    {
        var folder = new TemporaryFolder().With("package-lock.json", File.ReadAllText(Fixture.Path("npm/package-lock.json")));
        using var manifests = JsonDocument.Parse(File.ReadAllText(Fixture.Path("npm/manifests.json")));
        foreach (var package in manifests.RootElement.EnumerateObject())
        {
            folder.With(package.Name + "/package.json", package.Value.GetRawText());
            foreach (var file in package.Value.GetProperty("files").EnumerateObject())
            {
                folder.With($"{package.Name}/{file.Name}", file.Value.GetString()!);
            }
        }

        return folder;
    }
}
