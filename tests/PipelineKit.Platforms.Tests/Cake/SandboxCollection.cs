namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>One folder, and so one compiled script, for all tests that run Cake; they run one after another.</summary>
[CollectionDefinition(nameof(SandboxCollection))]
public sealed class SandboxCollection : ICollectionFixture<Sandbox>;
