using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>What a built-in function does with its arguments.</summary>
internal delegate object? BuiltinBody(in BuiltinArguments arguments);

/// <summary>
/// A built-in function. Its signature is written as in the documentation: <c>text, start, length?, args*</c>;
/// a question mark allows to leave the argument out, an asterisk takes all further ones.
/// </summary>
internal sealed class BuiltinFunction : Callable
{
    private readonly string[] _parameters;
    private readonly int _required;
    private readonly bool _hasRest;
    private readonly BuiltinBody _body;

    public BuiltinFunction(string name, string signature, BuiltinBody body)
    {
        Name = name;
        _body = body;
        var parts = signature.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        _required = parts.Count(static part => part[^1] is not ('?' or '*'));
        _hasRest = signature.EndsWith('*');
        _parameters = [.. parts.Select(static part => part.TrimEnd('?', '*'))];
    }

    /// <summary>Name in its namespace.</summary>
    public string Name { get; }

    public string ParameterName(int index) => _parameters[index];

    public override object? Call(TemplateContext context, in CallSite site)
    {
        var plain = _hasRest ? _parameters.Length - 1 : _parameters.Length;
        if (site.Named is not null)
        {
            BindNamed(context, site);
        }

        var given = context.StackTop - site.Base;
        if (given < _required || (site.Named is null && site.Count < _required))
        {
            throw site.WrongCount(site.Caller.SpanAfter, site.Count, _required);
        }

        if (site.Count > plain && !_hasRest)
        {
            throw site.WrongCount(site.SpanOf(plain), site.Count, _required);
        }

        for (; given < plain; given++)
        {
            context.PushValue(null);
        }

        return _body(new BuiltinArguments(context, site, this));
    }

    /// <summary>Puts the named values where their parameters are; those between are null.</summary>
    private void BindNamed(TemplateContext context, in CallSite site)
    {
        foreach (var named in site.Named!)
        {
            var index = Array.FindIndex(_parameters, parameter => IsSameName(parameter, named.Name));
            if (index < 0)
            {
                throw site.UnknownName(named);
            }

            while (context.StackTop - site.Base <= index)
            {
                context.PushValue(null);
            }

            context.SetValue(site.Base + index, named.Value);
        }
    }

    /// <summary>Whether two spellings name the same parameter: <c>fromEnd</c> and <c>from_end</c> do.</summary>
    private static bool IsSameName(string parameter, string name) =>
        string.Equals(parameter.Replace("_", "", StringComparison.Ordinal), name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
