namespace PipelineKit.Cli.Parity;

/// <summary>A value of the Cake script's data section.</summary>
internal abstract record CSharpValue;

/// <summary>A text.</summary>
internal sealed record CSharpText(string Text) : CSharpValue;

/// <summary>A number, <c>true</c>, <c>false</c>.</summary>
internal sealed record CSharpWord(string Text) : CSharpValue;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record CSharpList(IReadOnlyList<CSharpValue> Items) : CSharpValue;

/// <summary><c>new(…) { … }</c>, <c>{ … }</c>, or a call; a member's name is that of a property or the text in brackets.</summary>
internal sealed record CSharpObject(string Name, IReadOnlyList<CSharpValue> Arguments, IReadOnlyDictionary<string, CSharpValue> Members) : CSharpValue;
