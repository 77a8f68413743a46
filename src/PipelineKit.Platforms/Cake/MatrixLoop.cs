using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>Loops over the values of a matrix, and the task over its legs.</summary>
internal sealed class MatrixLoop(Job job, Matrix matrix)
{
    private const string Indent = "    ";

    /// <summary>The name of a leg behind the job's, as C# source: <c>$"python-{python}"</c>.</summary>
    public static string LeafName(Matrix matrix) => $"$\"{Leaf(matrix)}\"";

    /// <summary>The name of a leg, as C# source: <c>$"tests-python-{python}"</c>.</summary>
    public static string NameOf(Job job, Matrix matrix) => $"$\"{job.Id}-{Leaf(matrix)}\"";

    /// <summary>The folder of a leg's reports, as C# source.</summary>
    public static string FolderOf(Job job, Matrix matrix) => $"$\"{CSharpText.Inside(job.ReportsDirectory)}-{Leaf(matrix)}\"";

    /// <summary>The statement of a leg with the loops around it.</summary>
    public IEnumerable<string> Around(IEnumerable<string> statement)
    {
        var indent = "";
        foreach (var axis in matrix.Axes)
        {
            yield return $"{indent}foreach (var {CSharpText.Variable(axis.Name)} in new[] {{ {string.Join(", ", axis.Values.Select(CSharpText.Literal))} }})";
            yield return indent + "{";
            indent += Indent;
        }

        foreach (var entry in matrix.Exclude)
        {
            var tests = entry.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{CSharpText.Variable(pair.Key)} == {CSharpText.Literal(pair.Value)}");
            yield return $"{indent}if ({string.Join(" && ", tests)}) continue;";
        }

        foreach (var line in statement)
        {
            yield return indent + line;
        }

        while (indent.Length > 0)
        {
            indent = indent[Indent.Length..];
            yield return indent + "}";
        }

        foreach (var line in TaskStatements.Over(job.Id, job.Description, Names()))
        {
            yield return line;
        }
    }

    private static string Leaf(Matrix matrix) => string.Join('-', matrix.Axes.Select(axis => $"{axis.Name}-{{{CSharpText.Variable(axis.Name)}}}"));

    // The leg whose reports later stages use comes last: its files stay at the plain name.
    private IEnumerable<string> Names()
    {
        var primary = MatrixLeaves.Primary(matrix);
        return MatrixLeaves.Of(matrix).OrderBy(leaf => primary.All(pair => leaf[pair.Key] == pair.Value))
            .Select(leaf => $"{job.Id}-{string.Join('-', matrix.Axes.Select(axis => $"{axis.Name}-{leaf[axis.Name]}"))}");
    }
}
