namespace PipelineKit.Licences.Spdx;

/// <summary>What became of a text that should be an expression: the expression, or what is wrong and where.</summary>
/// <param name="Expression">The expression; null if the text is none.</param>
/// <param name="Error">What is wrong; null if nothing is.</param>
/// <param name="Position">Index of the character where it is wrong, from 0.</param>
public sealed record ExpressionResult(LicenceExpression? Expression, string? Error, int Position)
{
    internal static ExpressionResult Ok(LicenceExpression expression) => new(expression, null, 0);

    internal static ExpressionResult Wrong(string error, int position) => new(null, error, position);
}
