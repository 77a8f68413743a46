using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Scriban.Tests.Conformance;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Fuzzing;

/// <summary>
/// Whatever the template: parsing never throws, and rendering ends in text or in a <see cref="ScriptRuntimeException"/>.
/// A stack overflow or a hang would end the test process. PIPELINEKIT_FUZZ_COUNT and PIPELINEKIT_FUZZ_SEED run others.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultCount = 100_000;
    private const ulong DefaultSeed = 20_240_229;
    private static readonly TimeSpan SlowestAllowed = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> Includes = new(StringComparer.Ordinal)
    {
        ["a"] = "{{ $1 }}{{ x = $0 }}",
        ["ab"] = "{{ include 'ab' }}",
        ["c"] = "{{ ret 3 }}",
        ["1"] = "{{ end",
    };

    [Fact]
    public void Generated_templates_only_fail_with_declared_errors()
    {
        var count = (int)Setting("PIPELINEKIT_FUZZ_COUNT", DefaultCount);
        var seed = Setting("PIPELINEKIT_FUZZ_SEED", DefaultSeed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} templates, seed {seed}"));
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(seed, (seed * 2) + 1), Microsoft.FSharp.Core.FSharpOption<int>.None));
        var rendered = 0;
        Check.One(config, Prop.ForAll(Arb.From(TemplateGenerator.Template), text =>
        {
            rendered += Run(text) ? 1 : 0;
        }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rendered} of them rendered without error"));
        rendered.ShouldBeGreaterThan(count / 10, "the generator should produce a good part of valid templates");
    }

    private static bool Run(string text)
    {
        var template = Template.Parse(text, "fuzz");
        if (template.HasErrors)
        {
            template.Messages.ShouldAllBe(message => message.Span.FileName == "fuzz");
            return false;
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            template.Render(CreateContext(isRelaxed: text.Length % 2 == 0));
            return true;
        }
        catch (ScriptRuntimeException error)
        {
            error.Message.ShouldContain(" : error : ");
            error.Span.IsEmpty.ShouldBeFalse(error.Message);
            return false;
        }
        finally
        {
            watch.Elapsed.ShouldBeLessThan(SlowestAllowed, text);
        }
    }

    private static TemplateContext CreateContext(bool isRelaxed)
    {
        var context = new TemplateContext
        {
            EnableRelaxedTargetAccess = isRelaxed,
            EnableRelaxedFunctionAccess = isRelaxed,
            EnableNullIndexer = isRelaxed,
            LoopLimit = 100,
            RecursiveLimit = 20,
            LimitToString = 20_000,
            RegexTimeOut = TimeSpan.FromMilliseconds(200),
            TimeLimit = TimeSpan.FromSeconds(2),
            TemplateLoader = new DictionaryLoader(Includes),
        };
        context.PushGlobal(new ScriptObject
        {
            ["a"] = 3,
            ["b"] = null,
            ["x"] = new ScriptObject { ["k"] = "v", ["y"] = new ScriptObject() },
            ["list"] = new ScriptArray { 1, "two", null, 4.5 },
            ["text"] = "line1\nline2",
            ["host"] = new Dictionary<string, object?> { ["k"] = new List<string> { "p", "q" } },
        });
        return context;
    }

    private static ulong Setting(string name, ulong whenAbsent) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : whenAbsent;
}
