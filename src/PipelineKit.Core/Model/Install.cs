namespace PipelineKit.Core.Model;

/// <summary>Commands that prepare a project's dependencies. Each CI job that names it runs it; locally it runs once per leaf.</summary>
public sealed record Install
{
    /// <summary>Identity: same content, project and leaf mean one install. Unique within the pipeline.</summary>
    public required string Id { get; init; }

    /// <summary>Folder it runs in, relative to the repository root; <c>.</c> is the root.</summary>
    public required string Directory { get; init; }

    /// <summary>Argument lists in order.</summary>
    public required IReadOnlyList<IReadOnlyList<Value>> Run { get; init; }

    /// <summary>Files relative to the repository root whose content decides whether it must run again.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Cache of downloads, or null.</summary>
    public Cache? Cache { get; init; }
}

/// <summary>A cache of downloaded packages.</summary>
/// <param name="Id">Name, part of the key.</param>
/// <param name="Env">Variable that tells the tool where its cache is.</param>
/// <param name="Key">Files whose content is the key, relative to the repository root; at most two.</param>
/// <param name="Else">Files used as the key where none of <paramref name="Key"/> exists.</param>
public sealed record Cache(string Id, string Env, IReadOnlyList<string> Key, IReadOnlyList<string> Else);
