using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>A named argument of a call with its evaluated value.</summary>
internal readonly record struct NamedValue(string Name, object? Value, ScriptNode Node);
