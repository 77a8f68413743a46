using System.Collections;
using System.Numerics;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Names of types as <c>object.kind</c> and messages print them.</summary>
internal static class TypeNames
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool => "bool",
        byte => "byte",
        sbyte => "sbyte",
        ushort => "ushort",
        short => "short",
        uint => "uint",
        int => "int",
        ulong => "ulong",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        string => "string",
        char => "char",
        Enum => "enum",
        ScriptRange => "range",
        IScriptCustomFunction => "function",
        IScriptObject or IDictionary => "object",
        DateTime or DateTimeOffset => "datetime",
        IEnumerable => "array",
        _ => value.GetType().Name,
    };
}
