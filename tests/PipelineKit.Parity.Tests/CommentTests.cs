using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PipelineKit.Parity.Tests.Cake;
using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Digest;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace PipelineKit.Parity.Tests;

/// <summary>The readers do not look at comments; the comparison does so last.</summary>
public sealed class CommentTests
{
    public static TheoryData<string> Folders => GoldenTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_is_read_does_not_depend_on_comments(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));
        var without = outputs with { Texts = outputs.Texts.ToDictionary(t => t.Key, t => t.Key == "cake" ? WithoutCSharp(t.Value) : WithoutYaml(t.Value)) };
        var changed = outputs with { Texts = outputs.Texts.ToDictionary(t => t.Key, t => t.Value.Replace(" parity ", " other 0", StringComparison.Ordinal)) };

        without.Texts.Values.ShouldAllBe(text => Comments.Of(text).Count == 0);
        Said(without).ShouldBe(Said(outputs));
        Said(changed).ShouldBe(Said(outputs));
    }

    [Theory]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("cake")]
    public void A_comment_that_is_wrong_or_missing_is_named(string platform)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, "examples", "python-library"));
        var right = Comments.Of(outputs.Texts[platform])["lint"];

        Proof.Problems(outputs.With(platform, right, "00000000")).ShouldHaveSingleItem()
            .ShouldStartWith($"lint: parity {right} was read on {platform}, its comment says 00000000: {{\"directory\"");
        Proof.Problems(outputs.With(platform, $"parity {right}", "")).ShouldHaveSingleItem()
            .ShouldStartWith($"lint: parity {right} was read on {platform}, its comment says nothing: ");
    }

    private static IEnumerable<string> Said(Outputs outputs) =>
        from pipeline in outputs.Read()
        from job in pipeline.Jobs.Values
        select $"{pipeline.Platform} {job.Id} {CanonicalText.Of(new JsonArray(job.Parts.DeepClone()))}";

    private static string WithoutYaml(string text)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        var rest = new StringBuilder(text);
        var comments = new List<(long Start, long End)>();
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment comment)
            {
                comments.Add((comment.Start.Index, text.IndexOf('\n', (int)comment.Start.Index)));
            }
        }

        foreach (var (start, end) in Enumerable.Reverse(comments))
        {
            rest.Remove((int)start, (int)(end - start));
        }

        return rest.ToString();
    }

    private static string WithoutCSharp(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, CakeReader.Options).GetRoot();
        var comments = root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return root.ReplaceTrivia(comments, (_, _) => SyntaxFactory.Space).ToFullString();
    }
}
