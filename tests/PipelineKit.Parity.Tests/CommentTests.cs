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

/// <summary>The readers do not look at comments; what the program says of a job is compared last.</summary>
public sealed class CommentTests
{
    public static TheoryData<string> Folders => GoldenTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_is_read_does_not_depend_on_comments(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));
        var without = outputs with { Texts = outputs.Texts.ToDictionary(t => t.Key, t => t.Key == "cake" ? WithoutCSharp(t.Value) : WithoutYaml(t.Value)) };

        without.Texts.Where(text => text.Key != "cake").ShouldAllBe(text => !text.Value.Contains(" # v", StringComparison.Ordinal));
        Said(without).ShouldBe(Said(outputs));
    }

    [Fact]
    public void A_digest_that_is_wrong_or_missing_is_named()
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, "examples", "python-library"));
        var right = outputs.Stated.For("docs", "github");

        var wrong = outputs.Stated.Digests.ToDictionary(s => s.Key, s => s.Key.Job == "docs" ? "00000000" : s.Value);
        Proof.Problems(outputs with { Stated = new Stated(wrong) }).ShouldAllBe(
            problem => problem.StartsWith($"docs: parity {right} was read on ", StringComparison.Ordinal) && problem.Contains("the lock file says 00000000: {", StringComparison.Ordinal));
        var missing = outputs.Stated.Digests.Where(s => s.Key.Job != "docs").ToDictionary(s => s.Key, s => s.Value);
        Proof.Problems(outputs with { Stated = new Stated(missing) })
            .Count(problem => problem.Contains(", the lock file says nothing: ", StringComparison.Ordinal)).ShouldBe(outputs.Texts.Count);
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
