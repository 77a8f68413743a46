using Shouldly;

namespace PipelineKit.Docs.Tests;

/// <summary>The site of a small repository: its pages, and the links between them.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    private string Output => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("[spec](docs/spec.md)", "docs/spec.html")]
    [InlineData("[keys](docs/spec.md#the-keys)", "docs/spec.html#the-keys")]
    [InlineData("[here](#start)", "index.html#start")]
    [InlineData("[docs](docs)", "docs/index.html")]
    [InlineData("[docs](docs/)", "docs/index.html")]
    [InlineData("[schema](docs/schema.json)", "docs/schema.json")]
    [InlineData("[elsewhere](https://example.com/docs/none.md)", "https://example.com/docs/none.md")]
    public void A_link_leads_to_the_page_of_the_site(string link, string address)
    {
        Write(link).ShouldBeEmpty();

        File.ReadAllText(Path.Combine(Output, "index.html")).ShouldContain($"href=\"{address}\">");
        (address.Contains("//", StringComparison.Ordinal) || File.Exists(Path.Combine(Output, address.Split('#')[0]))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("[x](docs/none.md)", "README.md:3: the link to docs/none.md leads nowhere")]
    [InlineData("[x](docs/spec.md#none)", "README.md:3: docs/spec.md has no heading #none")]
    [InlineData("[x](#none)", "README.md:3: README.md has no heading #none")]
    [InlineData("[x](other)", "README.md:3: the link to other leads nowhere")]
    public void A_link_that_leads_nowhere_is_told_with_its_place(string link, string problem) => Write(link).ShouldBe([problem]);

    [Fact]
    public void A_page_below_a_folder_links_upwards()
    {
        Write("text").ShouldBeEmpty();

        File.ReadAllText(Path.Combine(Output, "docs", "spec.html")).ShouldContain("<a href=\"../index.html\">back</a>");
    }

    private IReadOnlyList<string> Write(string line)
    {
        Directory.CreateDirectory(Path.Combine(_root, "docs"));
        File.WriteAllText(Path.Combine(_root, "README.md"), $"# Start\n\n{line}\n");
        File.WriteAllText(Path.Combine(_root, "docs", "spec.md"), "# Spec\n\n[back](../README.md)\n\n## The keys\n");
        File.WriteAllText(Path.Combine(_root, "docs", "schema.json"), "{}");
        return Site.Write(_root, Output, RepositoryPages.Read(_root));
    }
}
