using FsCheck;
using FsCheck.Fluent;

namespace PipelineKit.Scriban.Tests.Fuzzing;

/// <summary>Random templates: sentences of the grammar, and heaps of pieces that are mostly no sentences.</summary>
internal static class TemplateGenerator
{
    private static readonly string[] Names = ["a", "b", "x", "f", "list", "text", "$l", "$0", "$", "this", "empty", "text", "list", "a"];

    private static readonly string[] Literals =
    [
        "0", "1", "-1", "7", "1000", "2147483647", "9223372036854775807", "1e9", "1e400", "0xFFFFFFFF", "1.5", "1e300", "2.5m", "1f",
        "null", "true", "false", "\"\"", "'ab'", "`c`", "\"é\\n\"", "$\"v{1}\"", "[]", "[1,[2,'z']]", "{}", "{k: 1}", "1..5", "1..9999",
    ];

    private static readonly string[] Operators =
        ["+", "-", "*", "/", "//", "%", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "?!", "..", "..<"];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "\n", " ", ";", "#", "##", "(", ")", "[", "]", "{", "}", ",", ":", ".", "?.", "|",
        "|>", "@", "^", "!", "++", "--", "=", "+=", "//=", "?", "$\"", "\"", "'", "`", "if", "else", "end", "for", "in", "while", "case", "when",
        "func", "do", "ret", "capture", "with", "wrap", "import", "readonly", "tablerow", "break", "continue", "reversed", "limit:", "\\", "\u2028", "é",
    ];

    /// <summary>Calls that fit their values, so that templates get beyond their first statement.</summary>
    private static readonly string[] Fitting =
    [
        "list | array.add ({0})", "list | array.join ({0})", "[{0}, {0}] | array.uniq", "({0}) | array.size", "list | array.each @string.upcase",
        "list | array.filter @(do; ret $0 == {0}; end)", "list | array.insert_at 2 ({0})", "1..4 | array.reverse | array.limit 2", "list + [{0}]",
        "text | string.append ({0})", "text | string.replace 'l' ({0})", "text | string.split 'i' | array.first", "({0}) | string.size",
        "({0}) | string.literal", "text | string.slice 2 3", "text | regex.replace `[a-z]+` '<$0>'", "({0}) | object.to_json", "({0}) | object.typeof",
        "({0}) | object.default 1", "x | object.keys", "'1 + 2' | object.eval", "include 'a' ({0})", "\"b\" + ({0})", "({0}) == ({0})", "a + 1",
        "$\"{{{0}}}\"", "({0}) ?? 2", "date.parse '2020-02-29' | date.add_days a", "timespan.from_hours 3", "a > 2 ? ({0}) : 0", "x.k", "list[1]", "!({0})",
    ];

    /// <summary>A template of either sort.</summary>
    public static Gen<string> Template { get; } = Gen.Frequency((3, Sentences()), (1, Heap()));

    private static Gen<string> Sentences() =>
        from statements in Gen.ListOf(Statement(2), 4)
        select string.Concat(statements);

    private static Gen<string> Heap() =>
        from count in Gen.Choose(1, 40)
        from pieces in Gen.ListOf(Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), Gen.Elements(Names), Gen.Elements(Literals), Function()), count)
        select "{{ " + string.Join(" ", pieces);

    private static Gen<string> Function() => Gen.Elements(BuiltinNames.All);

    private static Gen<string> Statement(int depth) => depth == 0
        ? Gen.OneOf(Output(), Gen.Elements("text ", "\n  ", "a\r\n\t", "}} "))
        : Gen.Frequency((3, Output()), (2, Assignment(depth)), (3, Block(depth)), (1, Gen.Elements("  ", "\n", "line\n    ")));

    private static Gen<string> Output() =>
        from open in Gen.Elements("{{ ", "{{- ", "{{~ ")
        from value in Expression(2)
        from close in Gen.Elements(" }}", " -}}", " ~}}")
        select open + value + close;

    private static Gen<string> Assignment(int depth) =>
        from target in Gen.Elements("a", "b", "x", "f", "$l", "list", "text", "a.b", "list[0]", "list[-1]", "list[40]", "x.y.z", "this.q")
        from op in Gen.Elements("=", "=", "=", "+=", "*=", "//=", "%=")
        from value in Expression(depth)
        select $"{{{{ {target} {op} {value} }}}}";

    private static Gen<string> Block(int depth) =>
        from head in Gen.OneOf(
            Header("if ", depth, ""),
            Header("for x in ", depth, ""),
            Header("for $l in (", depth, ") reversed limit: 3"),
            Header("while ", depth, ""),
            Header("tablerow x in (", depth, ") cols: 2"),
            Header("case ", depth, "; when 1, 'a'"),
            Header("with ", depth, ""),
            Gen.Elements("capture x", "func f", "func f(a, b = 1, list...)", "f = do", "f = do(a)", "wrap f 1", "capture a.b"))
        from body in Gen.ListOf(Statement(depth - 1), 2)
        from jump in Gen.Elements("", "", "", "{{ break }}", "{{ continue }}", "{{ ret x }}", "{{ else }}no", "{{ f 1 }}", "{{ x = x + x }}")
        select $"{{{{ {head} }}}}{string.Concat(body)}{jump}{{{{ end }}}}";

    private static Gen<string> Header(string before, int depth, string after) =>
        from value in Expression(depth)
        select before + value + after;

    private static Gen<string> Expression(int depth) => depth == 0
        ? Gen.OneOf(Gen.Elements(Names), Gen.Elements(Literals))
        : Gen.Frequency((3, Gen.Elements(Names)), (3, Gen.Elements(Literals)), (6, Fit(depth)), (2, Binary(depth)), (1, Pipe(depth)), (1, Other(depth)));

    private static Gen<string> Fit(int depth) =>
        from form in Gen.Elements(Fitting)
        from inner in Expression(depth - 1)
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, inner);

    private static Gen<string> Binary(int depth) =>
        from left in Expression(depth - 1)
        from op in Gen.Elements(Operators)
        from right in Expression(depth - 1)
        select $"{left} {op} {right}";

    private static Gen<string> Pipe(int depth) =>
        from value in Expression(depth - 1)
        from function in Function()
        from count in Gen.Choose(0, 3)
        from arguments in Gen.ListOf(Expression(0), count)
        select $"({value}) | {function} {string.Join(" ", arguments.Select(argument => $"({argument})"))}";

    private static Gen<string> Other(int depth) =>
        from inner in Expression(depth - 1)
        from form in Gen.Elements("({0})", "!{0}", "-({0})", "@{0}", "^{0}", "({0}).size", "({0})[0]", "({0})[-2]", "({0})?.k", "[{0}, {0}]", "{{k: {0}}}", "f {0}", "f({0})", "$'{{{0}}}'", "x++", "({0}) ? 1 : a", "do; ret {0}; end")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, inner);
}
