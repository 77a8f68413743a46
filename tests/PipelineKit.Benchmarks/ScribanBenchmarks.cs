using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PipelineKit.Benchmarks;

/// <summary>
/// Parsing and rendering of the workflow template of the conformance corpus. The corpus is found as the conformance
/// tests find it: PIPELINEKIT_SCRIBAN_CORPUS, else shared/scriban-corpus beside the repository.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class ScribanBenchmarks
{
    private readonly Dictionary<string, Template> _cache = new(StringComparer.Ordinal);
    private string _text = "";
    private Dictionary<string, string> _includes = [];
    private ScriptObject _model = new();
    private Template _template = Template.Parse("");
    private TemplateContext _reused = new();

    /// <summary>Reads the corpus and proves that the output is the expected one.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(CorpusFolder(), "perf");
        _text = File.ReadAllText(Path.Combine(folder, "workflow.sbn"));
        _includes = Directory.GetFiles(Path.Combine(folder, "includes")).ToDictionary(static path => Path.GetFileName(path), File.ReadAllText);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "model.json")));
        _model = ScriptObject.From(json.RootElement);
        _model.Import("slug", new Func<string?, string?>(Slug));
        _model.Import("yaml_quote", new Func<string?, string?>(static text => $"'{text?.Replace("'", "''", StringComparison.Ordinal)}'"));
        _model.Import("runner_for", new Func<string?, string?>(static os => os switch
        {
            "linux" => "ubuntu-24.04",
            "windows" => "windows-2025",
            _ => "macos-15",
        }));
        _template = Template.Parse(_text, "workflow.sbn");
        _reused = CreateContext(_cache);
        if (_template.Render(_reused) != File.ReadAllText(Path.Combine(folder, "workflow.expected.yaml")))
        {
            throw new InvalidOperationException("The output is not the expected one.");
        }
    }

    [Benchmark(Description = "parse (main template only)")]
    public Template Parse() => Template.Parse(_text, "workflow.sbn");

    [Benchmark(Description = "parse incl. 3 includes")]
    public int ParseWithIncludes()
    {
        var count = Parse().Messages.Count;
        foreach (var (name, text) in _includes)
        {
            count += Template.Parse(text, name).Messages.Count;
        }

        return count;
    }

    [Benchmark(Description = "render, fresh context, include cache shared")]
    public string RenderFresh() => _template.Render(CreateContext(_cache));

    [Benchmark(Description = "render, reused context")]
    public string RenderReused() => _template.Render(_reused);

    [Benchmark(Description = "context creation only")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Benchmarks are instance methods.")]
    public TemplateContext Context() => new();

    private TemplateContext CreateContext(Dictionary<string, Template> cache)
    {
        var context = new TemplateContext { TemplateLoader = new Loader(_includes), CachedTemplates = cache };
        context.PushGlobal(_model);
        context.PushGlobal(new ScriptObject());
        return context;
    }

    internal static string CorpusFolder()
    {
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_SCRIBAN_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "scriban-corpus");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("There is no corpus; name its folder with PIPELINEKIT_SCRIBAN_CORPUS.");
    }

    private static string? Slug(string? text)
    {
        var result = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().Trim('-');
    }

    private sealed class Loader(Dictionary<string, string> texts) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => texts.GetValueOrDefault(templatePath);
    }
}
