using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Api;

/// <summary>What a host relies on: data and functions of its own, its own writing of values, includes, positions.</summary>
public sealed class HostTests
{
    [Fact]
    public void Only_values_of_expressions_come_to_Write()
    {
        var context = new QuotingContext();
        context.PushGlobal(new ScriptObject { ["name"] = "a\"b", ["n"] = 3 });
        Template.Parse("x: {{ name }} {{ n }} {{ name | raw }} {{ capture c }}t{{ end }}{{ c }}").Render(context)
            .ShouldBe("x: \"a\\\"b\" 3 a\"b t");
    }

    [Fact]
    public void The_result_of_a_statement_include_is_rendered_text()
    {
        var context = new QuotingContext { TemplateLoader = new Conformance.DictionaryLoader(new Dictionary<string, string> { ["p"] = "<{{ 'v' }}>" }) };
        Template.Parse("{{ include 'p' }}|{{ x = include 'p'; x }}").Render(context).ShouldBe("<\"v\">|\"<\\\"v\\\">\"");
    }

    [Fact]
    public void Host_dictionaries_and_lists_are_read_in_place()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject
        {
            ["d"] = new Dictionary<string, object?> { ["k"] = new List<string> { "p", "q" }, ["n"] = null },
            ["s"] = new Dictionary<string, string> { ["a"] = "1" },
            ["r"] = new[] { true, false },
        });
        Template.Parse("{{ d.k[1] }}{{ d.k | array.join '-' }}{{ d.n }}{{ s.a }}{{ for e in s; e.key; e.value; end }}{{ r[-1] }}{{ d.k.size }}{{ d }}{{ for x in r; x; end }}")
            .Render(context).ShouldBe("qp-q1a1false2{k: [\"p\", \"q\"], n: null}truefalse");
    }

    [Fact]
    public void Host_functions_take_optional_named_and_rest_arguments()
    {
        var globals = new ScriptObject();
        globals.Import("pad", (string text, int width = 4, string with = ".") => text.PadLeft(width, with[0]));
        globals.Import("sum", (TemplateContext context, SourceSpan span, object[] numbers) => $"{span.Start.Column}:{numbers.Sum(n => context.ToInt(span, n))}");
        globals.Import("upper", (string? text) => text?.ToUpperInvariant());
        globals.Import("fail", new Func<object?, object?>(_ => throw new InvalidOperationException("no")));
        var context = new TemplateContext();
        context.PushGlobal(globals);
        Template.Parse("{{ 'a' | pad }}{{ pad 'a' 2 }}{{ pad 'a' with: '-' }}{{ sum 1 2 3 }}{{ null | upper }}{{ 5 | upper }}").Render(context)
            .ShouldBe("...a.a---a56:65");
        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ fail 1 }}", "t").Render(context))
            .Message.ShouldBe("t(1,4) : error : Unexpected exception when calling fail 1: no");
    }

    [Fact]
    public void A_custom_function_receives_named_arguments_as_properties()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["f"] = new Echo() });
        Template.Parse("{{ f 1 'x' k: 2 }}").Render(context).ShouldBe("[1, \"x\"] k=2");
    }

    [Fact]
    public void A_strict_context_reports_unknown_names_with_the_file_they_are_in()
    {
        var context = new TemplateContext
        {
            StrictVariables = true,
            TemplateLoader = new Conformance.DictionaryLoader(new Dictionary<string, string> { ["part.sbn"] = "one\n  {{ nope }}" }),
        };
        var error = Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ include 'part.sbn' }}", "main.sbn").Render(context));
        error.Message.ShouldBe("part.sbn(2,6) : error : The variable or function `nope` was not found");
        (error.Span.FileName, error.Span.Start.Line, error.Span.Start.Column).ShouldBe(("part.sbn", 1, 5));
        error.OriginalMessage.ShouldBe("The variable or function `nope` was not found");
    }

    [Fact]
    public void Read_only_members_can_not_be_written_by_templates()
    {
        var globals = new ScriptObject();
        globals.SetValue("x", 1, readOnly: true);
        var context = new TemplateContext();
        context.PushGlobal(globals);
        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ x = 2 }}").Render(context)).Message.ShouldContain("readonly");
        globals["x"].ShouldBe(1);
    }

    [Fact]
    public void Changes_of_a_built_in_namespace_stay_in_their_context()
    {
        Template.Parse("{{ string.upcase = 5; date.format = '%Y'; string.upcase }}").Render().ShouldBe("5");
        Template.Parse("{{ 'a' | string.upcase }} {{ date.parse '2020-02-01' }}").Render().ShouldBe("A 01 Feb 2020");
    }

    [Fact]
    public void Host_types_are_not_read_by_reflection()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["x"] = new Version(1, 2) });
        Template.Parse("{{ x.major }}|{{ x.Major }}|{{ x }}").Render(context).ShouldBe("||1.2");
        Should.Throw<ArgumentException>(() => Template.Parse("").Render(new Version(1, 2)));
    }

    private sealed class QuotingContext : TemplateContext
    {
        public QuotingContext() => BuiltinObject.Import("raw", new Func<object?, object?>(value => new Raw(value)));

        public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
        {
            string text => Write(System.Text.Json.JsonSerializer.Serialize(text, JsonOptions)),
            Raw raw => Write(ObjectToString(raw.Value)),
            _ => base.Write(span, textAsObject),
        };

        private static readonly System.Text.Json.JsonSerializerOptions JsonOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }

    private sealed record Raw(object? Value);

    private sealed class Echo : IScriptCustomFunction
    {
        public object? Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            $"{arguments} k={arguments.ScriptObject["k"]}";
    }
}
