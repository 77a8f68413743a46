using System.Text.Json;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using Shouldly;

namespace PipelineKit.Core.Tests.Diagnostics;

public sealed class PrinterTests
{
    private static readonly DiagnosticDescriptor Unknown = new("PK1003", "Unknown stage", Severity.Error);
    private static readonly DiagnosticDescriptor Moves = new("PK1047", "Moves", Severity.Warning);
    private static readonly DiagnosticDescriptor Told = new("PK3001", "Told", Severity.Info);

    private static readonly IReadOnlyList<Diagnostic> Three =
    [
        new(Unknown, "unknown stage \"lnt\", 100%", new SourceSpan("a b.yml", 2, 3, 3), "did you mean `lint`?", [new(new SourceSpan("a b.yml", 1, 1, 1), "first here")]),
        new(Moves, "a label moves", new SourceSpan("a b.yml", 2, 0, 0)),
        new(Told, "set this by hand", SourceSpan.WholeFile("a b.yml")),
    ];

    private static string Print(string format, IReadOnlyList<Diagnostic>? diagnostics = null, PrintStyle? style = null) =>
        DiagnosticPrinters.Find(format)!.Print(diagnostics ?? Three, new PrintContext { SourceOf = _ => "x\n  lnt:\n", ToolVersion = "1.2.3", Style = style ?? ((_, t) => t) });

    [Fact]
    public void There_are_five_formats() => DiagnosticPrinters.All.Select(p => p.Format).ShouldBe(["text", "json", "sarif", "github", "gitlab"]);

    [Fact]
    public void Text_shows_the_place_and_the_way_out() => Print("text").ShouldBe("""
        a b.yml:2:3: error PK1003: unknown stage "lnt", 100%
        2 |   lnt:
          |   ^~~

        hint: did you mean `lint`?
        note: a b.yml:1:1: first here

        a b.yml:2: warning PK1047: a label moves
        2 |   lnt:

        a b.yml: info PK3001: set this by hand

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        var dressed = Print("text", style: (part, text) => $"<{(int)part}>{text}</>");

        dressed.ShouldContain("<1>error PK1003:</>");
        System.Text.RegularExpressions.Regex.Replace(dressed, "<[0-9/]*>", "").ShouldBe(Print("text"));
    }

    [Fact]
    public void Json_leaves_out_what_is_not_known()
    {
        using var json = JsonDocument.Parse(Print("json"));
        var list = json.RootElement.GetProperty("diagnostics");

        list.GetArrayLength().ShouldBe(3);
        list[0].GetProperty("code").GetString().ShouldBe("PK1003");
        list[0].GetProperty("column").GetInt32().ShouldBe(3);
        list[0].GetProperty("related")[0].GetProperty("line").GetInt32().ShouldBe(1);
        list[1].TryGetProperty("column", out _).ShouldBeFalse();
        list[2].TryGetProperty("line", out _).ShouldBeFalse();
        list[2].GetProperty("severity").GetString().ShouldBe("info");
    }

    [Fact]
    public void Sarif_names_rules_levels_and_regions()
    {
        using var json = JsonDocument.Parse(Print("sarif"));
        var run = json.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results");
        var location = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");

        run.GetProperty("tool").GetProperty("driver").GetProperty("version").GetString().ShouldBe("1.2.3");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().ShouldBe(3);
        results.EnumerateArray().Select(r => r.GetProperty("level").GetString()).ShouldBe(["error", "warning", "note"]);
        results.EnumerateArray().Select(r => r.GetProperty("ruleIndex").GetInt32()).ShouldBe([0, 1, 2]);
        location.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("a%20b.yml");
        location.GetProperty("region").GetProperty("endColumn").GetInt32().ShouldBe(6);
        results[2].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _).ShouldBeFalse();
    }

    [Fact]
    public void Workflow_commands_are_escaped() => Print("github").ShouldBe(
        "::error file=a b.yml,line=2,col=3,endColumn=6,title=PK1003 Unknown stage::unknown stage \"lnt\", 100%25%0Ahint: did you mean `lint`?\n"
        + "::warning file=a b.yml,line=2,title=PK1047 Moves::a label moves\n"
        + "::notice file=a b.yml,title=PK3001 Told::set this by hand\n");

    [Fact]
    public void Code_quality_has_fingerprints_of_its_own_even_for_equal_messages()
    {
        using var json = JsonDocument.Parse(Print("gitlab", [Three[0], Three[0] with { Primary = new SourceSpan("a b.yml", 9, 1, 1) }]));
        var entries = json.RootElement.EnumerateArray().ToList();

        entries.Select(e => e.GetProperty("fingerprint").GetString()).ShouldBeUnique();
        entries.Select(e => e.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32()).ShouldBe([2, 9]);
        entries[0].GetProperty("severity").GetString().ShouldBe("major");
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("github", "")]
    [InlineData("gitlab", "[]\n")]
    public void Nothing_to_say_is_still_a_document(string format, string expected) => Print(format, []).ShouldBe(expected);
}
