using System.Xml.Linq;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Reading;

/// <summary>Every package in the global packages folder of the machine that runs the tests, read a second time by other means.</summary>
public sealed class NuGetCacheTests
{
    [Fact]
    public void Concludes_the_expression_of_the_nuspec()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var nuspecs = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateDirectories).SelectMany(version => Directory.EnumerateFiles(version, "*.nuspec")).Order(StringComparer.Ordinal).ToList()
            : [];
        Assert.SkipUnless(nuspecs.Count > 0, "there is no global packages folder");
        using var sample = new TemporaryFolder().With("packages.lock.json", Lock(nuspecs));

        var report = sample.Scan(packageFolders: folder);

        var concluded = report.Packages.ToDictionary(p => p.Package.Label, p => p);
        concluded.Count.ShouldBe(nuspecs.Count);
        foreach (var nuspec in nuspecs)
        {
            var (label, expression, url) = Read(nuspec);
            var found = concluded[label];
            if (expression is not null)
            {
                found.Conclusion.Expression.ShouldBe(ModernForm.Of(ExpressionParser.Parse(expression).Expression.ShouldNotBeNull(label)), label);
            }

            // Whatever else a package says, it is in the evidence.
            (found.Conclusion.Evidence.IsEmpty && (expression ?? url) is not null).ShouldBeFalse(label);
        }
    }

    private static (string Label, string? Expression, string? Url) Read(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        var isExpression = metadata.Elements().Any(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression");
        return ($"{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(nuspec)))}@{Path.GetFileName(Path.GetDirectoryName(nuspec))}",
            isExpression ? Value("license") : null, Value("licenseUrl"));
    }

    // One framework for each package, because a framework holds one version of a name.
    private static string Lock(List<string> nuspecs) => "{ \"version\": 1, \"dependencies\": {" + string.Join(",", nuspecs.Select((nuspec, at) =>
    {
        var version = Path.GetDirectoryName(nuspec)!;
        return $"\"f{at}\": {{ \"{Path.GetFileName(Path.GetDirectoryName(version))}\": {{ \"type\": \"Direct\", \"resolved\": \"{Path.GetFileName(version)}\" }} }}";
    })) + "} }";
}
