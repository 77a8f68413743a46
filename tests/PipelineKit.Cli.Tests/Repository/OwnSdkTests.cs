using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Repository;

/// <summary>Desk and CI build this repository with the same SDK: that of global.json.</summary>
public sealed class OwnSdkTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", "dotnet-version: ")]
    [InlineData(".github/workflows/release.yml", "dotnet-version: ")]
    [InlineData(".gitlab-ci.yml", "mcr.microsoft.com/dotnet/sdk:")]
    public async Task Every_place_that_names_an_SDK_names_this_one(string file, string before)
    {
        using var global = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(TestFolders.Repository, "global.json"), TestContext.Current.CancellationToken));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();

        var named = (await File.ReadAllLinesAsync(Path.Combine(TestFolders.Repository, file), TestContext.Current.CancellationToken))
            .Where(line => line.Contains(before, StringComparison.Ordinal)).Select(line => line.Split(before)[1].Trim('"', ' ')).ToList();

        named.ShouldNotBeEmpty();
        named.ShouldAllBe(v => v == version);
    }
}
