using System.Text.Json.Serialization;

namespace PipelineKit.Core.Generation;

/// <summary>Serialiser of the journal, generated at compile time: no reflection at start-up.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class JournalJson : JsonSerializerContext;
