using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads the options of a stack (<c>python: { versions: […], manager: uv }</c>) by its definition.</summary>
internal static class StackOptionsReader
{
    public static IReadOnlyDictionary<string, object?> Read(StackDefinition? stack, SourceMap? source, SpecReading reading)
    {
        if (stack is null)
        {
            return new Dictionary<string, object?>();
        }

        var definitions = Definitions(stack);
        var keys = new KeyReader(source ?? Nothing, stack.Id, reading);
        var result = InputReader.Read(definitions, keys, stack.Id, reading);
        keys.Finish();
        return result;
    }

    /// <summary>The options; a stack whose file lists managers has the option <c>manager</c> even when it does not define it.</summary>
    public static IReadOnlyList<InputDefinition> Definitions(StackDefinition stack)
    {
        if (stack.Locks.Count == 0 || stack.Options.Any(o => o.Name == "manager"))
        {
            return stack.Options;
        }

        var manager = new InputDefinition
        {
            Name = "manager",
            Type = InputType.Enum,
            Description = "Package manager.",
            Values = [.. stack.Locks.Select(l => l.Key)],
            Default = stack.Locks[0].Key,
        };
        return [.. stack.Options, manager];
    }

    private static SourceMap Nothing { get; } = new([], default);
}
