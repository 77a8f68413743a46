using Scriban;
using Scriban.Runtime;

namespace PipelineKit.Scriban.Tests.Fuzzing;

/// <summary>All built-in functions by their full names.</summary>
internal static class BuiltinNames
{
    public static string[] All { get; } = [.. Read()];

    private static IEnumerable<string> Read()
    {
        var builtins = new TemplateContext().BuiltinObject;
        foreach (var name in builtins.GetMembers())
        {
            if (builtins[name] is not ScriptObject known || known.Count == 0)
            {
                yield return name;
                continue;
            }

            foreach (var member in known.GetMembers())
            {
                yield return $"{name}.{member}";
            }
        }
    }
}
