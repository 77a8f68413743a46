global using PipelineKit.Cli.Tests.Support;
global using Shouldly;

// The runs share the processor, the package caches and the ports of the machine.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
