using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>How typed values are written in the places where GitLab, its runner or the shell expands variables.</summary>
internal static class Spelling
{
    // Characters of the private use area, which no data file uses: they carry a variable's name through the quoting of a word.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>A toolchain version inside an image name.</summary>
    public static string InImage(Value version) => version is MatrixValue matrix ? $"${{{EnvNames.OfAxis(matrix.Axis)}}}" : Literal(version);

    /// <summary>A toolchain version inside the value of a variable that is expanded.</summary>
    public static string InVariable(Value version) => version is MatrixValue matrix ? "$" + EnvNames.OfAxis(matrix.Axis) : Escaped(Literal(version));

    /// <summary>A toolchain version on its way to <see cref="MarkedWord"/>.</summary>
    public static string Marked(Value version) => version is MatrixValue matrix ? Open + EnvNames.OfAxis(matrix.Axis) + Close : Literal(version);

    /// <summary>A shell word; marked variables stand in double quotes, all else is quoted as a literal.</summary>
    public static string MarkedWord(string text)
    {
        var parts = text.Split(Open, Close);
        return parts.Length == 1
            ? ShellWords.Quote(text)
            : string.Concat(parts.Select((part, at) => at % 2 == 1 ? $"\"${part}\"" : part.Length == 0 ? "" : ShellWords.Quote(part)));
    }

    /// <summary>A literal where the runner expands variables and knows <c>$$</c>.</summary>
    public static string Escaped(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>A literal as the value of a variable: never expanded, and quoted so that it stays text.</summary>
    public static YamlNode Variable(string literal) => literal.Contains('$', StringComparison.Ordinal) || literal.Contains('%', StringComparison.Ordinal)
        ? new YamlMap { ["value"] = literal, ["expand"] = false }
        : literal;

    private static string Literal(Value version) => ((LiteralValue)version).Text;
}
