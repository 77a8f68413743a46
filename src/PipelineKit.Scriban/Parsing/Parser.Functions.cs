using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Functions, named, inline and anonymous (language reference, section 7).</summary>
internal sealed partial class Parser
{
    private FunctionStatement? ParseFunction()
    {
        const string Syntax = "func <variable> ... end";
        var start = _token;
        Advance();
        if (_token.Type is not (TokenType.Identifier or TokenType.Special))
        {
            ErrorAt(start, $"Error while parsing function statement: Expecting a variable instead of {Quoted()} in: {Syntax}");
            SkipBroken();
            return null;
        }

        var name = ParseVariable();
        var definition = ParseDefinition((name as GlobalVariable)?.Id ?? (name as LocalVariable)?.Id, "function", Syntax);
        var statement = Place(new FunctionStatement(name, definition), start.Start);
        ExpectEndOfStatement();
        return statement;
    }

    private FunctionExpression ParseAnonymousFunction()
    {
        var start = _token.Start;
        Advance();
        var definition = ParseDefinition(null, "do", "do ... end");
        return Place(new FunctionExpression(definition), start);
    }

    private FunctionDefinition ParseDefinition(Identifier? name, string statement, string syntax)
    {
        var hasParameters = _token.Type == TokenType.OpenParen;
        var (parameters, hasRest, required) = hasParameters ? ParseParameters() : ([], false, 0);
        ExpectEndOfStatement();
        var outer = _usesArguments;
        _usesArguments = false;
        var body = ParseBlock(BlockEnd.End);
        ExpectEnd(statement, syntax);
        var definition = new FunctionDefinition
        {
            Name = name,
            Parameters = hasParameters ? parameters : null,
            HasRest = hasRest,
            Required = required,
            Body = body,
            UsesArguments = _usesArguments,
        };
        _usesArguments = outer;
        return definition;
    }

    private (ParameterNode[] Nodes, bool HasRest, int Required) ParseParameters()
    {
        var nodes = new List<ParameterNode>();
        var hasRest = false;
        var required = 0;
        Advance();
        while (_token.Type is not (TokenType.CloseParen or TokenType.Eof))
        {
            if (_token.Type != TokenType.Identifier)
            {
                ErrorHere($"Expecting a parameter name instead of {Quoted()}.");
                break;
            }

            if (hasRest)
            {
                ErrorHere("Cannot declare a parameter after a variable parameter.");
            }

            var parameter = ParseParameter(nodes, ref hasRest);
            required += parameter.Default is null && !hasRest ? 1 : 0;
            nodes.Add(parameter);
            if (!TryTake(TokenType.Comma))
            {
                break;
            }
        }

        if (!TryTake(TokenType.CloseParen))
        {
            ErrorHere($"Invalid token {Quoted()}. Expecting a closing `)` for the parameters.");
        }

        return ([.. nodes], hasRest, required);
    }

    private ParameterNode ParseParameter(List<ParameterNode> before, ref bool hasRest)
    {
        var token = _token;
        var name = Name(token);
        Advance();
        LiteralExpression? defaultValue = null;
        if (TryTake(TokenType.TripleDot))
        {
            hasRest = true;
        }
        else if (TryTake(TokenType.Equal))
        {
            defaultValue = ParseExpression(ExpressionMode.Argument, 0) as LiteralExpression;
            if (defaultValue is null)
            {
                ErrorHere("Expecting a literal for the default value of a parameter.");
            }
        }
        else if (before.Count > 0 && before[^1].Default is not null)
        {
            ErrorAt(token, "Cannot declare a normal parameter after an optional parameter.");
        }

        if (before.Exists(parameter => parameter.Id.Text == name.Text))
        {
            ErrorAt(token, $"The parameter `{name}` is declared more than once.");
        }

        return Place(new ParameterNode(name, defaultValue), token.Start);
    }

    /// <summary>Parses the value of <c>f(x) = value</c>; the arguments of the call on the left are the parameters.</summary>
    private FunctionStatement? ParseInlineFunction(int start, CallExpression call)
    {
        var parameters = new List<ParameterNode>();
        foreach (var argument in call.Arguments)
        {
            if (argument is not GlobalVariable variable)
            {
                Error(argument.Start, argument.End, "Expecting a simple variable as the parameter of a function.");
                return null;
            }

            parameters.Add(argument.At(new ParameterNode(variable.Id, null)));
        }

        var outer = _usesArguments;
        _usesArguments = false;
        var value = ParseExpression(ExpressionMode.None, 0);
        if (value is null)
        {
            ErrorHere($"Error while parsing assign expression: Expecting <expression> instead of {Quoted()} in: <target_expression> = <value_expression>");
            return null;
        }

        var definition = new FunctionDefinition
        {
            Name = (call.Target as GlobalVariable)?.Id ?? (call.Target as LocalVariable)?.Id,
            Parameters = [.. parameters],
            Required = parameters.Count,
            Result = value,
            UsesArguments = _usesArguments,
        };
        _usesArguments = outer;
        return Place(new FunctionStatement(call.Target, definition), start);
    }
}
