using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Tests.Policies;

public sealed class ExemptionTests
{
    private const string Lock = """
        { "lockfileVersion": 3, "packages": { "": { "dependencies": { "gpl": "1" }, "devDependencies": { "dev": "1" } },
          "node_modules/gpl": { "version": "1.0.0", "license": "GPL-3.0-only" },
          "node_modules/dev": { "version": "1.0.0", "license": "AGPL-3.0", "dev": true } } }
        """;

    [Theory]
    [InlineData("gpl", null, null, null, PackageOutcome.Excepted)]
    [InlineData("gpl", "2026-03-01", null, null, PackageOutcome.Excepted)]
    [InlineData("gpl", "2026-02-28", null, null, PackageOutcome.Expired)]
    [InlineData("gpl", null, "1.0.0", null, PackageOutcome.Excepted)]
    [InlineData("gpl", null, "1.0.1", null, PackageOutcome.Denied)]
    [InlineData("gpl", null, null, "GPL-3.0", PackageOutcome.Excepted)]
    [InlineData("gpl", null, null, "GPL-2.0-only", PackageOutcome.Denied)]
    [InlineData("other", null, null, null, PackageOutcome.Denied)]
    public void Exceptions_hold_for_what_they_name_until_their_day(string package, string? expires, string? version, string? licence, PackageOutcome expected)
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock);
        var day = expires is null ? (DateOnly?)null : DateOnly.ParseExact(expires, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var exemption = new PackageExemption(package, "asked for by the owner", day, version, licence);

        var report = folder.Scan(LicencePolicy.Default with { Exceptions = [exemption] });

        report.Packages.Single(p => p.Package.Name == "gpl").Outcome.ShouldBe(expected);
        report.ExitCode.ShouldBe(expected == PackageOutcome.Excepted ? 0 : 1);
        report.Problems.Any(problem => problem.Code == "PK6010").ShouldBe(expected == PackageOutcome.Denied);
    }

    [Theory]
    [InlineData(DevelopmentRule.Report, PackageOutcome.Reported)]
    [InlineData(DevelopmentRule.Ignore, PackageOutcome.Ignored)]
    [InlineData(DevelopmentRule.Enforce, PackageOutcome.Denied)]
    public void Development_packages_count_as_the_policy_says(DevelopmentRule rule, PackageOutcome expected)
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock);

        folder.Scan(LicencePolicy.Default with { Development = rule }).Packages.Single(p => p.Package.Name == "dev").Outcome.ShouldBe(expected);
    }

    [Fact]
    public void An_exception_without_a_reason_is_a_wrong_policy()
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock);

        var report = folder.Scan(LicencePolicy.Default with { Exceptions = [new("gpl", " ")] });

        report.ExitCode.ShouldBe(2);
        report.Problems[0].Message.ShouldBe("the exception for \"gpl\" has no reason");
    }

    [Fact]
    public void The_later_of_two_exceptions_counts()
    {
        using var folder = new TemporaryFolder().With("package-lock.json", Lock);

        folder.Scan(LicencePolicy.Default with { Exceptions = [new("gpl", "old", new DateOnly(2025, 1, 1)), new("gpl", "new", new DateOnly(2027, 1, 1))] })
            .Packages.Single(p => p.Package.Name == "gpl").Reason.ShouldBe("excepted until 2027-01-01: new");
    }
}
