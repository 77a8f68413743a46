using Scriban.Runtime;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>The three host functions that cases with the option <c>hostFunctions</c> call.</summary>
internal static class HostFunctions
{
    private delegate string Strings(string a = "default_a", string b = "default_b", string c = "default_c");

    private delegate string Parameters(params object[] args);

    private delegate string StringAndParameters(string a, params object[] args);

    public static void Add(ScriptObject target)
    {
        target.Import("special_concat_strings", new Strings((a, b, c) => $"a: {a}, b: {b}, c: {c}"));
        target.Import("special_concat_params", new Parameters(args => Numbered(args)));
        target.Import("special_concat_string_and_params", new StringAndParameters((a, args) => $"a: {a}, {Numbered(args)}"));
    }

    private static string Numbered(object[] args) => string.Join(", ", args.Select((arg, i) => $"v{i}: {arg}"));
}
