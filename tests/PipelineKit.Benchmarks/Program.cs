using BenchmarkDotNet.Running;
using PipelineKit.Benchmarks;

// `repositories 1000 10000` measures many repositories in one process; everything else is BenchmarkDotNet's own command line.
if (args is ["repositories", .. var counts])
{
    ManyRepositories.Run(counts.Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(ManyRepositories).Assembly).Run(args);
return 0;
