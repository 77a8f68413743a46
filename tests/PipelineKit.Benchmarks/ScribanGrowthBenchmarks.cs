using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;

namespace PipelineKit.Benchmarks;

/// <summary>Growth of parsing with the size of the template, and of rendering with the number of loop rounds: both are linear.</summary>
[InProcess]
[MemoryDiagnoser]
public class ScribanGrowthBenchmarks
{
    private string _text = "";
    private Template _loop = Template.Parse("");

    /// <summary>How many times the template is repeated, and the loop's thousand rounds.</summary>
    [Params(1, 10, 100)]
    public int Factor { get; set; }

    /// <summary>Builds the inputs of this size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var text = File.ReadAllText(Path.Combine(ScribanBenchmarks.CorpusFolder(), "perf", "workflow.sbn"));
        _text = string.Concat(Enumerable.Repeat(text, Factor));
        _loop = Template.Parse("{{ for i in 1.." + (1000 * Factor) + " }}{{ i }}: {{ x + i }} {{ if i % 2 == 0 }}even{{ else }}odd{{ end }}\n{{ end }}");
    }

    [Benchmark(Description = "parse")]
    public Template Parse() => Template.Parse(_text, "workflow.sbn");

    [Benchmark(Description = "1000 loop rounds")]
    public string Loop()
    {
        var context = new TemplateContext { LoopLimit = 0, LimitToString = 0 };
        context.PushGlobal(new ScriptObject { ["x"] = 5 });
        return _loop.Render(context);
    }
}
