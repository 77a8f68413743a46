using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary><c>capture</c>, <c>with</c> and <c>wrap</c> (language reference, 9.6, 9.9 and 9.10).</summary>
internal sealed partial class Parser
{
    private CaptureStatement ParseCapture()
    {
        var start = _token.Start;
        var (target, body) = ParseHeaderAndBody("capture", "capture <variable> ... end");
        return Finish(new CaptureStatement(target, body), start);
    }

    private WithStatement ParseWith()
    {
        var start = _token.Start;
        var (subject, body) = ParseHeaderAndBody("with", "with <variable> ... end");
        return Finish(new WithStatement(subject, body), start);
    }

    private WrapStatement ParseWrap()
    {
        var start = _token.Start;
        var (target, body) = ParseHeaderAndBody("wrap", "wrap <function_call> ... end");
        return Finish(new WrapStatement(target, body), start);
    }

    private (ScriptExpression Subject, ScriptBlockStatement Body) ParseHeaderAndBody(string word, string syntax)
    {
        Advance();
        var subject = ParseRequired(word, syntax);
        ExpectEndOfStatement();
        var body = ParseBlock(BlockEnd.End);
        ExpectEnd(word, syntax);
        return (subject, body);
    }

    private T Finish<T>(T statement, int start)
        where T : ScriptStatement
    {
        Place(statement, start);
        ExpectEndOfStatement();
        return statement;
    }
}
