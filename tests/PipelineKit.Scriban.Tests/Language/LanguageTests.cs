using PipelineKit.Scriban.Tests.Conformance;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Language;

/// <summary>The language in examples of our own, one per rule; they need no corpus.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData("a\n  {{~ if true ~}}\n  b\n  {{~ end ~}}\nc", "a\n  b\nc")]
    [InlineData("{%{ {{ x }} }%}{%%{ }%} }%%}", " {{ x }}  }%} ")]
    [InlineData("k:\n  {{ 'a\\nb' }}\nz", "k:\n  a\n  b\nz")]
    [InlineData("{{ # note\n 1 ## more ## }}{{ ## x }}", "1")]
    [InlineData("${{ 1 }}", "$1")]
    public void Text_and_blocks(string text, string expected) => Render(text).ShouldBe(expected);

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("7 / 2; ' '; 7 // 2; ' '; -7 // 2; ' '; 7 % 3", "3.5 3 -3 1")]
    [InlineData("2147483647 + 1; ' '; 9223372036854775807 * 2", "2147483648 18446744073709551614")]
    [InlineData("1 << 70", "1180591620717411303424")]
    [InlineData("0.1 + 0.2; ' '; 0.1m + 0.2m; ' '; 1/0", "0.30000000000000004 0.3 Infinity")]
    [InlineData("'a' + 1 + null + true", "a1true")]
    [InlineData("'ab' * 3; 2 * 'c'", "abababcc")]
    [InlineData("'10' < 9; 1 == '1'; '1.0' == 1.0", "truetruefalse")]
    [InlineData("null + 1 == null; null < 1; null == false", "truefalsefalse")]
    [InlineData("[1] + [2]; [1] << 2; 0 >> [1]; [1, 2] * 2; [1, 2, 3, 4] / 2; [1, 2, 3] % 2", "[1, 2][1, 2][0, 1][1, 2, 1, 2][1, 2][1, 3]")]
    [InlineData("[1, 2] == [1, 2]; [1, 2] < [1, 3]; (1..3) == [1, 2, 3]; {} == {}", "truetruetruefalse")]
    [InlineData("!null && !false; !0 || !''; {} == empty; [1] == empty", "truefalsetruefalse")]
    [InlineData("null ?? 1; 2 ?? 3; null ?! 1; 2 ?! 3", "123")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("5..1; 1..<1; 3..<5", "[5, 4, 3, 2, 1][][3, 4]")]
    [InlineData("$'{1}{true}{null}\\{'", "1True{")]
    public void Operators(string code, string expected) => Script(code).ShouldBe(expected);

    [Theory]
    [InlineData("x = {a: [1, {b: 2}], 'c d': 3}; x.a[1].b; x['c d']; x?.q?.r; x.a[9]; x.a[-1].b", "232")]
    [InlineData("a = [1]; a[3] = 4; a.k = 'v'; a; a.k; a.size", "[1, null, null, 4]v4")]
    [InlineData("x = 1; x += 2; x *= 3; x++; ++x; x", "91111")]
    [InlineData("o = {a: 1}; with o; b = 2; this.c = 3; end; o", "{a: 1, b: 2, c: 3}")]
    [InlineData("x = 1; readonly x; o = {x: 2, y: 3}; import o; x; y", "13")]
    [InlineData("capture t; 'a'; 1; end; t + t", "a1a1")]
    [InlineData("i = 9; for i in 1..3; end; i", "9")]
    [InlineData("'abc'.size; [1, 2].empty?; ''.empty?; null.blank?", "3falsetrue")]
    public void Variables_and_members(string code, string expected) => Script(code).ShouldBe(expected);

    [Theory]
    [InlineData("func f; ret $0 + $.k; end; f 1 k: 2", "3")]
    [InlineData("func f(a, b = 2, c...); ret [a, b, c, $]; end; f 1; f 1 3 4 5; f(b: 7, a: 6)", "[1, 2, [], [1, []]][1, 3, [4, 5], [1, 3, [4, 5]]][6, 7, [], [[]]]")]
    [InlineData("f(x) = x * 2; 3 | f | f; f(4) + 1", "129")]
    [InlineData("f = do; ret $0; end; [1, 2] | array.each @f; [1] | array.each do; ret $0 + 1; end", "[1, 2][2]")]
    [InlineData("func f; 'out'; ret 1; end; x = f; x", "out1")]
    [InlineData("func w; '<'; $$; $0; '>'; end; wrap w 5; 'in'; end", "<in5>")]
    [InlineData("func $f; if $0 > 0; $0; $f ($0 - 1); end; end; $f 3", "321")]
    [InlineData("f = @string.upcase; 'a' | f; ^['b'] | f", "AB")]
    [InlineData("'b' | string.append 'c' |\n string.prepend 'a'", "abc")]
    [InlineData("'abc' | string.slice start: 1 length: 1", "b")]
    public void Functions(string code, string expected) => Script(code).ShouldBe(expected);

    [Theory]
    [InlineData("for x in [1, 2, 3, 4] offset: 1 limit: 2 reversed; x; for.index; for.last; end", "40false31true")]
    [InlineData("for x in []; x; else; 'none'; end; for x in null; else; 'no'; end", "none")]
    [InlineData("for p in {a: 1}; p.key; p.value; end; for c in 'xy'; c; '-'; end", "a1x-y-")]
    [InlineData("x = 0; while true; x++; if x == 2; continue; end; if x > 3; break; end; x; end", "011233")]
    [InlineData("case 3; when 1, 2; 'a'; when 3 || 4; 'b'; else; 'c'; end", "b")]
    [InlineData("if false; 1; else if null; 2; else; 3; end", "3")]
    [InlineData("1; ret 2; 3", "12")]
    public void Statements(string code, string expected) => Script(code).ShouldBe(expected);

    [Theory]
    [InlineData("['b', 'a'] | array.sort | array.join '-' | string.upcase", "A-B")]
    [InlineData("[3, 1, null, 3] | array.compact | array.uniq | array.reverse", "[1, 3]")]
    [InlineData("'a-b c' | regex.split `[- ]`; 'x1y2' | regex.replace `\\d` '#'; 'k=v' | regex.match `(\\w)=(\\w)`", "[\"a\", \"b\", \"c\"]x#y#[\"k=v\", \"k\", \"v\"]")]
    [InlineData("'Hello World' | string.handleize; 'a b' | string.capitalizewords; 'x' | string.pad_left 3", "hello-worldA B  x")]
    [InlineData("date.parse '2024-02-29 13:05:00' | date.add_years 1 | date.to_string '%F %r %j'", "2025-02-28 01:05:00 PM 059")]
    [InlineData("timespan.from_minutes 90; (timespan.from_days 2).total_hours", "01:30:0048")]
    [InlineData("{a: [1, 'x<']} | object.to_json; ('[1, {\"b\": null}]' | object.from_json)[1]", "{\"a\":[1,\"x\\u003C\"]}{b: null}")]
    [InlineData("'a<b>c' | html.strip; 'a&b' | html.escape; 'a b' | html.url_encode", "aca&amp;ba%20b")]
    [InlineData("2.5 | math.round; -7 | math.divided_by 2; 255 | math.format 'X4'", "2-400FF")]
    public void Built_in_functions(string code, string expected) => Script(code).ShouldBe(expected);

    [Theory]
    [InlineData("{{ include 'p' 1 k: 2 }}", "p12p")]
    [InlineData("  {{ include 'lines' }}", "  a\n  b")]
    [InlineData("{{ include_join ['x', 'x'] '-' '<' 'tpl:x' }}|{{ include_join [] '-' '<' '>' }}", "<X-XX|")]
    [InlineData("{{ x = include 'x'; x | string.downcase }}", "x")]
    public void Includes(string text, string expected)
    {
        var texts = new Dictionary<string, string> { ["p"] = "{{ $0 }}{{ $1 }}{{ $k }}{{ ret $0 }}no", ["lines"] = "a\nb", ["x"] = "X" };
        Template.Parse(text).Render(new TemplateContext { TemplateLoader = new DictionaryLoader(texts) }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ x.y }}", "t(1,6) : error : Cannot get the member x.y for a null object.")]
    [InlineData("{{ x[0] }}", "t(1,4) : error : Object `x` is null. Cannot access indexer: x[0]")]
    [InlineData("a\n {{ 'b' - 1 }}", "t(2,9) : error : Operator `-` is not supported on string objects")]
    [InlineData("{{ nope 1 }}", "t(1,4) : error : The function `nope` was not found")]
    [InlineData("{{ 1 | nope 2 }}", "t(1,8) : error : The function `nope` was not found")]
    [InlineData("{{ f(a) = a; f }}", "t(1,15) : error : Invalid number of arguments `0` passed to `f` while expecting `1` arguments")]
    [InlineData("{{ f(a) = a; f b: 1 }}", "t(1,16) : error : Invalid argument name `b` passed to `f b: 1`")]
    [InlineData("{{ x = 1; readonly x; x = 2 }}", "t(1,23) : error : Cannot set value on the readonly variable `x`")]
    [InlineData("{{ '[' | object.from_json }}", "t(1,10) : error : ")]
    public void Errors_have_a_place(string text, string expected) =>
        Should.Throw<ScriptRuntimeException>(() => Template.Parse(text, "t").Render()).Message.ShouldStartWith(expected);

    [Theory]
    [InlineData("{{ if }}", "t(1,7)")]
    [InlineData("{{ for x y }}{{ end }}", "t(1,4)")]
    [InlineData("{{ 1 + }}", "t(1,8)")]
    [InlineData("{{ 'a", "t(1,5)")]
    [InlineData("{{ '\\q' }}", "t(1,6)")]
    [InlineData("{{ x = (y = 1) }}", "t(1,9)")]
    [InlineData("{{ end }}", "t(1,6)")]
    [InlineData("{{ func f(a, a); end }}", "t(1,14)")]
    [InlineData("{{ 1e99999 }}", "t(1,4)")]
    public void Parse_errors_have_a_place(string text, string expected) =>
        Template.Parse(text, "t").Messages[0].ToString().ShouldStartWith(expected + " : error : ");

    [Fact]
    public void An_expression_can_be_evaluated_without_output()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["x"] = 5 });
        Template.Evaluate("y = x * 2; y + 1", context).ShouldBe(11);
    }

    private static string Script(string code) => Render("{{ " + code + " }}");

    private static string Render(string text)
    {
        var template = Template.Parse(text, "t");
        template.HasErrors.ShouldBeFalse(template.Messages.ToString());
        return template.Render();
    }
}
