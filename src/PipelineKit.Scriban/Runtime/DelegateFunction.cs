using System.Globalization;
using System.Reflection;
using Scriban.Evaluation;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A host function. Common shapes are called directly; for others the parameters are examined once, when it is imported.</summary>
internal abstract class DelegateFunction : Callable
{
    public static DelegateFunction Create(Delegate function) => function switch
    {
        Func<string?, string?> direct => new TextFunction(direct),
        Func<object?, object?> direct => new ValueFunction(direct),
        _ => new GeneralFunction(function),
    };

    private sealed class TextFunction(Func<string?, string?> function) : DelegateFunction
    {
        public override object? Call(TemplateContext context, in CallSite site)
        {
            var value = Single(context, site);
            try
            {
                return function(value is null ? null : value as string ?? context.ObjectToString(value));
            }
            catch (Exception cause) when (cause is not ScriptRuntimeException)
            {
                throw Wrap(site, cause);
            }
        }
    }

    private sealed class ValueFunction(Func<object?, object?> function) : DelegateFunction
    {
        public override object? Call(TemplateContext context, in CallSite site)
        {
            var value = Single(context, site);
            try
            {
                return function(value);
            }
            catch (Exception cause) when (cause is not ScriptRuntimeException)
            {
                throw Wrap(site, cause);
            }
        }
    }

    /// <summary>What a host function throws becomes an error at its call.</summary>
    private protected static ScriptRuntimeException Wrap(in CallSite site, Exception cause) =>
        new(site.Caller.Span, $"Unexpected exception when calling {site.Caller}: {cause.Message}", cause);

    private protected static object? Single(TemplateContext context, in CallSite site)
    {
        if (site.Count == 1 && site.Named is null)
        {
            return context.GetValue(site.Base);
        }

        if (site.Count == 0 && site.Named is [var named])
        {
            return named.Value;
        }

        throw site.WrongCount(site.Count > 1 ? site.SpanOf(1) : site.Caller.SpanAfter, site.Count, 1);
    }

    private sealed class GeneralFunction : DelegateFunction
    {
        private readonly Delegate _function;
        private readonly ParameterInfo[] _parameters;
        private readonly ParameterInfo[] _declared;
        private readonly int _hidden;
        private readonly bool _hasRest;

        public GeneralFunction(Delegate function)
        {
            _function = function;
            _declared = function.GetType().GetMethod("Invoke")!.GetParameters();
            _parameters = function.Method.GetParameters() is { } own && own.Length == _declared.Length ? own : _declared;
            _hidden = _parameters.Length > 0 && _parameters[0].ParameterType == typeof(TemplateContext) ? 1 : 0;
            _hidden += _hidden == 1 && _parameters.Length > 1 && _parameters[1].ParameterType == typeof(SourceSpan) ? 1 : 0;
            _hasRest = _parameters.Length > 0 && _parameters[^1].ParameterType == typeof(object[]);
        }

        public override object? Call(TemplateContext context, in CallSite site)
        {
            var arguments = new object?[_parameters.Length];
            Hide(context, site, arguments);
            Bind(context, site, arguments);
            try
            {
                return _function.DynamicInvoke(arguments);
            }
            catch (TargetInvocationException failed) when (failed.InnerException is ScriptRuntimeException known)
            {
                throw known;
            }
            catch (TargetInvocationException failed)
            {
                throw Wrap(site, failed.InnerException ?? failed);
            }
        }

        private void Hide(TemplateContext context, in CallSite site, object?[] arguments)
        {
            if (_hidden > 0)
            {
                arguments[0] = context;
            }

            if (_hidden > 1)
            {
                arguments[1] = site.Caller.Span;
            }
        }

        private void Bind(TemplateContext context, in CallSite site, object?[] arguments)
        {
            var plain = _parameters.Length - _hidden - (_hasRest ? 1 : 0);
            var rest = new List<object?>();
            var isSet = new bool[_parameters.Length];
            for (var i = 0; i < site.Count; i++)
            {
                var value = context.GetValue(site.Base + i);
                if (i < plain)
                {
                    arguments[_hidden + i] = Convert(context, site.SpanOf(i), value, _parameters[_hidden + i].ParameterType);
                    isSet[_hidden + i] = true;
                }
                else
                {
                    rest.Add(_hasRest ? value : throw site.WrongCount(site.SpanOf(plain), site.Count, plain));
                }
            }

            BindNamed(context, site, arguments, isSet, rest);
            FillDefaults(site, arguments, isSet, plain);
            if (_hasRest)
            {
                arguments[^1] = rest.ToArray();
            }
        }

        private void BindNamed(TemplateContext context, in CallSite site, object?[] arguments, bool[] isSet, List<object?> rest)
        {
            foreach (var named in site.Named ?? [])
            {
                var index = Array.FindIndex(_parameters, _hidden, p => IsNamed(p, named.Name));
                if (index < 0)
                {
                    throw site.UnknownName(named);
                }

                if (_hasRest && index == _parameters.Length - 1)
                {
                    rest.Add(named.Value);
                    continue;
                }

                arguments[index] = Convert(context, named.Node.Span, named.Value, _parameters[index].ParameterType);
                isSet[index] = true;
            }
        }

        private void FillDefaults(in CallSite site, object?[] arguments, bool[] isSet, int plain)
        {
            for (var i = _hidden; i < _hidden + plain; i++)
            {
                if (!isSet[i])
                {
                    arguments[i] = DefaultOf(i) is { } parameter
                        ? parameter.DefaultValue
                        : throw site.WrongCount(site.Caller.SpanAfter, site.Count, Enumerable.Range(_hidden, plain).Count(p => DefaultOf(p) is null));
                }
            }
        }

        /// <summary>The parameter with a default: that of the method, or the one its delegate type declares.</summary>
        private ParameterInfo? DefaultOf(int index) =>
            _parameters[index].HasDefaultValue ? _parameters[index] : _declared[index].HasDefaultValue ? _declared[index] : null;

        private static bool IsNamed(ParameterInfo parameter, string name) =>
            string.Equals(parameter.Name, name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        private static object? Convert(TemplateContext context, SourceSpan span, object? value, Type type)
        {
            if (type.IsInstanceOfType(value) || (value is null && !type.IsValueType))
            {
                return value;
            }

            return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
            {
                TypeCode.String => context.ObjectToString(value),
                TypeCode.Int32 => context.ToInt(span, value),
                TypeCode.Int64 => Conversions.ToLong(context, span, value),
                TypeCode.Double => Conversions.ToDouble(context, span, value),
                TypeCode.Single => (float)Conversions.ToDouble(context, span, value),
                TypeCode.Decimal => System.Convert.ToDecimal(value ?? 0, CultureInfo.InvariantCulture),
                TypeCode.Boolean => context.ToBool(span, value),
                _ => throw Conversions.Fail(context, span, value, type.Name),
            };
        }
    }
}
