using BenchmarkDotNet.Attributes;
using PipelineKit.Core.Generation;

namespace PipelineKit.Benchmarks;

/// <summary>One repository, warm: everything up to the comparison with the disk, and the steps before it.</summary>
[MemoryDiagnoser]
public class GenerateBenchmarks
{
    private string _parent = "";

    /// <summary>0 Python, 1 .NET, 2 Node.</summary>
    [Params(0, 1, 2)]
    public int Repository { get; set; }

    /// <summary>Writes the repositories, generated once, so that nothing changes afterwards.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _parent = Repositories.Make(3);
        Repositories.Generate(Repositories.Folder(_parent, Repository), GenerateStepKind.Write);
    }

    /// <summary>Removes them.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_parent, recursive: true);

    /// <summary>Reading and all rules.</summary>
    [Benchmark]
    public GenerateRun Validate() => Repositories.Generate(Repositories.Folder(_parent, Repository), GenerateStepKind.Validate);

    /// <summary>Up to the resolved pipeline.</summary>
    [Benchmark]
    public GenerateRun Resolve() => Repositories.Generate(Repositories.Folder(_parent, Repository), GenerateStepKind.Resolve);

    /// <summary>What <c>generate --check</c> does.</summary>
    [Benchmark]
    public GenerateRun Check() => Repositories.Generate(Repositories.Folder(_parent, Repository), GenerateStepKind.Plan);
}
