using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Safety;

/// <summary>Every bound of an evaluation ends in an error with a place.</summary>
public sealed class BoundsTests
{
    [Theory]
    [InlineData("{{ while true; end }}", "iteration limit")]
    [InlineData("{{ for i in 1..100000; end }}", "LoopLimit")]
    [InlineData("{{ func f; f; end; f }}", "recursive depth limit")]
    [InlineData("{{ f(n) = f (n + 1); f 1 }}", "recursive depth limit")]
    [InlineData("{{ x = '0123456789'; for i in 1..30; x = x + x; end }}", "LimitToString")]
    [InlineData("{{ x = '0123456789'; for i in 1..30; x = $'{x}{x}'; end }}", "LimitToString")]
    [InlineData("{{ x = 'ab'; for i in 1..30; x = x | string.replace 'a' 'aaaaaaaaaaaa'; end }}", "LimitToString")]
    [InlineData("{{ 'a' | string.pad_left 999999999 }}", "LimitToString")]
    [InlineData("{{ x = [1,2,3]; for i in 1..40; x = x + x; end }}", "iteration limit")]
    [InlineData("{{ x = 2; for i in 1..40; x = x * x; end }}", "bits")]
    [InlineData("{{ 1 << 2000000000 }}", "bits")]
    [InlineData("{{ 1 | math.format 'N999999999' }}", "precision")]
    [InlineData("{{ x = {}; x.x = x; x | object.to_json }}", "too deeply nested")]
    [InlineData("{{ x = []; x[0] = x; y = []; y[0] = y; x == y }}", "too deeply nested")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(a+)+$` }}", "time limit")]
    [InlineData("{{ '{{ x }}' * 4000 | object.eval_template; x = []; x[2000000000] = 1 }}", "iteration limit")]
    [InlineData("{{ '((((((((((' * 1000 | object.eval }}", "depth limit")]
    [InlineData("{{ func f(n); if n > 0; f (n - 1); f (n - 1); end; end; f 90 }}", "time limit")]
    [InlineData("{{ date.now }}", "clock is not available")]
    [InlineData("{{ math.uuid }}", "not available")]
    [InlineData("{{ include '/etc/passwd' }}", "No TemplateLoader")]
    public void A_bound_is_an_error(string text, string part)
    {
        var context = new TemplateContext { TimeLimit = TimeSpan.FromSeconds(1), RegexTimeOut = TimeSpan.FromMilliseconds(100) };
        var error = Should.Throw<ScriptRuntimeException>(() => Template.Parse(text, "t").Render(context));
        error.Message.ShouldContain(part);
        error.Message.ShouldMatch(@"^t\(\d+,\d+\) : error : ");
    }

    [Fact]
    public void A_range_may_be_as_long_as_the_loop_limit()
    {
        var template = Template.Parse("{{ for i in 1..1000; end; 1..1000 | array.size }}");
        template.Render().ShouldBe("1000");
    }

    [Fact]
    public void Too_long_output_is_cut_or_is_an_error()
    {
        var template = Template.Parse("{{ for i in 1..9 }}0123456789{{ end }}");
        template.Render(new TemplateContext { LimitToString = 25 }).ShouldBe("0123456789012345678901234...");
        var strict = new TemplateContext { LimitToString = 25, ThrowOnOutputLimit = true };
        Should.Throw<ScriptRuntimeException>(() => template.Render(strict)).Message.ShouldContain("(1,20) : error : The output exceeds");
    }

    [Fact]
    public void A_render_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new TemplateContext { CancellationToken = source.Token };
        Should.Throw<ScriptAbortException>(() => Template.Parse("{{ 1 }}").Render(context)).CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public void A_context_works_again_after_an_error()
    {
        var context = new TemplateContext();
        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ for i in 1..3; capture x; missing.y; end; end }}").Render(context));
        Template.Parse("{{ x = 1; for i in 1..2; i; end }}{{ x }}").Render(context).ShouldBe("121");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("!", "")]
    [InlineData("- ", "")]
    [InlineData("f(", ")")]
    [InlineData("x[", "]")]
    [InlineData("$'{", "}'")]
    [InlineData("do; ", "; end")]
    [InlineData("1 ? 2 : ", "")]
    public void Deep_nesting_is_a_parse_error(string open, string close)
    {
        var text = "{{ " + Repeat(open, 5000) + "1" + Repeat(close, 5000) + " }}";
        var template = Template.Parse(text);
        template.HasErrors.ShouldBeTrue();
        template.Messages[0].Message.ShouldContain("depth limit");
    }

    [Theory]
    [InlineData("{{ if true }}", "{{ end }}")]
    [InlineData("{{ for i in [1] }}", "{{ end }}")]
    [InlineData("{{ capture x }}", "{{ end }}")]
    public void Deep_blocks_are_a_parse_error(string open, string close) =>
        Template.Parse(Repeat(open, 5000) + Repeat(close, 5000)).Messages.ToString().ShouldContain("depth limit");

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("x", ".x")]
    [InlineData("x", "[0]")]
    [InlineData("1", " | math.plus 1")]
    [InlineData("f", "(1)")]
    public void Long_chains_do_not_overflow_the_stack(string first, string next)
    {
        var template = Template.Parse("{{ " + first + Repeat(next, 50_000) + " }}");
        template.HasErrors.ShouldBeFalse(template.Messages.ToString());
        try
        {
            template.Render(new TemplateContext { EnableRelaxedTargetAccess = true, EnableRelaxedFunctionAccess = true });
        }
        catch (ScriptRuntimeException error)
        {
            error.Message.ShouldContain("nested too deeply");
        }
    }

    [Fact]
    public void Deep_recursion_in_deep_expressions_does_not_overflow_the_stack()
    {
        var text = "{{ f(n) = " + Repeat("(", 100) + "f (n + 1)" + Repeat(")", 100) + "; f 1 }}";
        var context = new TemplateContext { RecursiveLimit = 0 };
        Should.Throw<ScriptRuntimeException>(() => Template.Parse(text).Render(context)).Message.ShouldContain("nested too deeply");
    }

    [Fact]
    public void Deep_host_data_is_printed_as_an_error()
    {
        var root = new ScriptArray();
        for (var i = 0; i < 100_000; i++)
        {
            root = new ScriptArray { root };
        }

        var context = new TemplateContext { ObjectRecursionLimit = 0 };
        context.PushGlobal(new ScriptObject { ["x"] = root });
        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ x }}").Render(context)).Message.ShouldContain("too deeply nested");
    }

    [Fact]
    public void A_replacement_that_multiplies_its_input_is_bounded()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["x"] = new string('a', 100_000), ["r"] = Repeat("$_", 10_000) });
        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ x | regex.replace 'a' r }}").Render(context)).Message.ShouldContain("too long");
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
