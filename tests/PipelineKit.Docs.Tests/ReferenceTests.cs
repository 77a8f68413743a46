using System.Xml.Linq;
using Shouldly;

namespace PipelineKit.Docs.Tests;

/// <summary>The pages of the public types.</summary>
public sealed class ReferenceTests
{
    private const string Comments = """
        <doc><members>
          <member name="T:Kit.Job"><summary>Work.</summary><param name="Id">Its name.</param></member>
          <member name="M:Kit.Job.Run(System.String)"><summary>Does it.</summary><returns>What it gave.</returns></member>
          <member name="M:Kit.Job.Hide"><summary>Only for itself.</summary></member>
        </members></doc>
        """;

    private readonly List<string> _problems = [];

    [Fact]
    public void A_type_has_a_page_with_its_visible_members()
    {
        var page = Pages("Kit.Job").Single(p => p.Path == "reference/Kit.Job.md").Markdown;

        page.ShouldBe("""
            # Job

            Namespace Kit, assembly Kit.dll. [All types](README.md)

            Work.

            `Id`: Its name.

            ## `Run(String)`

            Does it.

            Gives: What it gave.

            """);
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void All_types_stand_in_the_list() =>
        Pages("Kit.Job").Single(p => p.IsFolderPage).Markdown.ShouldContain("## Kit\n\n- [Job](Kit.Job.md)\n");

    [Fact]
    public void A_type_without_a_comment_is_a_problem()
    {
        Pages("Kit.Other");

        _problems.ShouldBe(["Kit.Other: the type has no comment"]);
    }

    private List<Page> Pages(string type) =>
        [.. new Reference([new PublicType(type, "Kit", "Kit.dll", new HashSet<string> { "Run" })], new XmlComments([XDocument.Parse(Comments)]), _problems).Pages()];
}
