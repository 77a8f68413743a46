using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A patch is a JSON Pointer (RFC 6901), an operation and what the operation needs.</summary>
internal sealed class PatchRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1034", "Invalid patch", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var patch in spec.Patches)
        {
            if (patch.Target is "cake")
            {
                context.Report(patch.Path.Span, "the Cake script cannot be patched: it is not YAML", "add tasks to build.cake, which is yours");
            }
            else if (Problem(patch) is var (message, hint))
            {
                context.Report(patch.Path.Span, message, hint);
            }
        }
    }

    private static (string Message, string? Hint)? Problem(SpecPatch patch)
    {
        var path = patch.Path.Value;
        return patch switch
        {
            _ when !path.StartsWith('/') || path.Length < 2 => ($"{MessageText.Quote(path)} is no JSON Pointer", "it begins with a slash: /jobs/lint/runs-on"),
            _ when HasBadEscape(path) => ($"{MessageText.Quote(path)} is no JSON Pointer: a tilde is ~0, a slash within a name ~1", null),
            _ when HasOpenBracket(path) => ($"{MessageText.Quote(path)} names a member of a list in brackets that is not complete", "[name=Install]"),
            { Op: "remove", Value: not null } => ("a patch that removes has no value", "remove `value`, or write op: replace"),
            { Op: not "remove", Value: null } => ($"a patch with op: {patch.Op} needs a value", "add `value:`"),
            { BreaksParity: true } when string.IsNullOrWhiteSpace(patch.Reason) => ("parity: broken needs a reason", "add `reason:`; it is written into the output"),
            _ => null,
        };
    }

    private static bool HasBadEscape(string path)
    {
        for (var i = path.IndexOf('~', StringComparison.Ordinal); i >= 0; i = path.IndexOf('~', i + 1))
        {
            if (i + 1 == path.Length || path[i + 1] is not ('0' or '1'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOpenBracket(string path)
    {
        var at = path.IndexOf("/[", StringComparison.Ordinal);
        return at >= 0 && (path.IndexOf(']', at) is var end && (end < 0 || path.IndexOf('=', at, end - at) < at + 3));
    }
}
