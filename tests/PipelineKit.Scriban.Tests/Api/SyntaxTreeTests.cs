using Scriban;
using Scriban.Syntax;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Api;

/// <summary>The tree that linters walk: kinds, names, places and texts of the nodes.</summary>
public sealed class SyntaxTreeTests
{
    private const string Text = """
        a: {{ inputs.name | raw }}
        {{~ for x in stack.versions limit: 2 ~}}
        - ${{ x.y[0] + $'{z}' }}
        {{~ end; func f(p, q = 1); ret p; end; y = f(1, k: w) ~}}
        """;

    private static readonly ScriptNode[] Nodes = [.. Template.Parse(Text, "t").Page!.DescendantsAndSelf()];

    [Fact]
    public void Plain_names_are_found_wherever_they_stand() =>
        Nodes.Where(node => node.Kind == ScriptNodeKind.GlobalVariable).Select(node => node.Name)
            .ShouldBe(["raw", "inputs", "x", "stack", "x", "z", "p", "y", "f", "w"]);

    [Fact]
    public void A_pipe_is_a_call_whose_first_argument_is_the_piped_value()
    {
        var call = Nodes.First(node => node.Kind == ScriptNodeKind.Call);
        call.Name.ShouldBe("raw");
        call.Children.Select(child => child.Text).ShouldBe(["raw", "inputs.name"]);
    }

    [Fact]
    public void Nodes_know_their_place_and_text()
    {
        var member = Nodes.First(node => node.Kind == ScriptNodeKind.Member && node.Name == "versions");
        member.Text.ShouldBe("stack.versions");
        member.Span.ToStringSimple().ShouldBe("t(2,14)");
        Nodes.Where(node => node.Kind == ScriptNodeKind.Raw).Select(node => node.Text).ShouldBe(["a: ", "\n", "- $", "\n"]);
    }

    [Fact]
    public void Every_node_lies_within_its_parent_and_has_a_source()
    {
        foreach (var parent in Nodes)
        {
            foreach (var child in parent.Children.Where(_ => parent.Kind != ScriptNodeKind.Call))
            {
                child.Span.FileName.ShouldBe("t");
                child.Span.Start.Offset.ShouldBeGreaterThanOrEqualTo(parent.Span.Start.Offset, child.Text);
                child.Span.End.Offset.ShouldBeLessThanOrEqualTo(parent.Span.End.Offset, child.Text);
            }
        }
    }

    [Fact]
    public void A_template_with_errors_has_no_tree()
    {
        var template = Template.Parse("{{ if }}", "t");
        template.Page.ShouldBeNull();
        template.HasErrors.ShouldBeTrue();
        template.Messages[0].ToString().ShouldStartWith("t(1,7) : error : ");
        Should.Throw<InvalidOperationException>(() => template.Render());
    }
}
