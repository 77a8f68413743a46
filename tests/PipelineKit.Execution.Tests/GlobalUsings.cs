global using PipelineKit.Cli.Tests.Support;
global using Shouldly;

// The runs share the processor, the package caches and the ports of the machine.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
