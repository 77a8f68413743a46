namespace PipelineKit.Licences.Tests.Normalisation;

/// <summary>What is neither an expression nor a name stays unknown, though a part of it resembles a licence.</summary>
public sealed class BrokenExpressionTests
{
    [Theory]
    [InlineData("(MIT")]
    [InlineData("MIT)")]
    [InlineData("MIT) OR (MIT")]
    [InlineData("MIT AND")]
    [InlineData("OR MIT")]
    [InlineData("GPL-2.0-only AND")]
    [InlineData("GPL-2.0 AND AND GPL-2.0")]
    [InlineData("() GPL-2.0")]
    [InlineData("GPL-2.0 WITH")]
    public void Is_unknown(string text)
    {
        using var folder = new TemporaryFolder().With("package-lock.json", $$"""{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "version": "1.0.0", "license": "{{text}}" } } }""");

        var package = folder.Scan(new() { Allow = ["MIT", "GPL-2.0-only"] }).Packages.ShouldHaveSingleItem();

        package.Conclusion.Expression.ShouldBeOfType<Licences.Spdx.UnresolvedLicence>().Candidates.ShouldBeEmpty();
        package.Outcome.ShouldBe(PackageOutcome.Denied);
    }
}
