namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>What a case gave, and at which levels it agrees with the expectation.</summary>
internal sealed record CaseResult(ConformanceCase Case, string Outcome, string Text, bool LevelA, bool LevelB, bool LevelC);
