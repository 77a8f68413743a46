namespace PipelineKit.Parity.Tests.Tables;

/// <summary>A service as a job's commands reach it.</summary>
/// <param name="Alias">Its name in the job.</param>
/// <param name="Image">Its image.</param>
/// <param name="Env">The container's variables.</param>
/// <param name="Host">Where it is reached.</param>
/// <param name="Port">Mapped port, or null for that of the image.</param>
internal sealed record ServiceAddress(string Alias, string Image, IReadOnlyDictionary<string, string> Env, string Host, string? Port = null);
