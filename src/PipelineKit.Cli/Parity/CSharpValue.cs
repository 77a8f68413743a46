namespace PipelineKit.Cli.Parity;

/// <summary>A value in a call of a Cake script.</summary>
internal abstract record CSharpValue;

/// <summary>A text.</summary>
internal sealed record CSharpText(string Text) : CSharpValue;

/// <summary>A number, <c>true</c>, <c>false</c>, or the name of a loop's variable.</summary>
internal sealed record CSharpWord(string Text) : CSharpValue;

/// <summary>The value of a variable of the environment.</summary>
internal sealed record CSharpVariable(string Name) : CSharpValue;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record CSharpList(IReadOnlyList<CSharpValue> Items) : CSharpValue;

/// <summary>A call of a function.</summary>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Arguments without a name.</param>
/// <param name="Options">Arguments with one.</param>
internal sealed record CSharpCall(string Name, IReadOnlyList<CSharpValue> Arguments, IReadOnlyDictionary<string, CSharpValue> Options);
