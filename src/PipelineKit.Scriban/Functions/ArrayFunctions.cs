using System.Collections.Frozen;
using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The <c>array</c> functions (built-in functions, "array"). All return new arrays.</summary>
internal static partial class ArrayFunctions
{
    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share([.. Editing(), .. Selecting(), .. Calling()]);

    /// <summary>A copy of a list argument, counted against the loop limit.</summary>
    private static ScriptArray Copy(in BuiltinArguments arguments, int index = 0) =>
        ListOperators.Copy(arguments.Context, arguments.Span, arguments[index]);

    private static ScriptArray AsArray(in BuiltinArguments arguments, int index = 0) =>
        arguments[index] as ScriptArray ?? Copy(arguments, index);
}
