using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary><c>object.to_json</c>: compact JSON with the escaping of the platform's writer.</summary>
internal static class JsonWriting
{
    public static string Write(in BuiltinArguments arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            try
            {
                WriteValue(arguments, writer, arguments[0], 0);
            }
            catch (ArgumentException invalid)
            {
                throw arguments.Fail(invalid.Message);
            }
        }

        return arguments.Limited(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteValue(in BuiltinArguments arguments, Utf8JsonWriter writer, object? value, int depth)
    {
        arguments.Context.CheckLength(arguments.Span, writer.BytesCommitted + writer.BytesPending);
        switch (value)
        {
            case null or IScriptCustomFunction:
                writer.WriteNullValue();
                break;
            case string or StringBuilderOutput or char:
                writer.WriteStringValue(arguments.Context.ObjectToString(value));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date);
                break;
            case TimeSpan span:
                writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            case IScriptObject or IDictionary:
                WriteObject(arguments, writer, value, depth + 1);
                break;
            case IEnumerable items:
                WriteArray(arguments, writer, items, depth + 1);
                break;
            default:
                WriteNumber(arguments, writer, value);
                break;
        }
    }

    private static void WriteNumber(in BuiltinArguments arguments, Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case var number when Numbers.IsNumber(number):
                writer.WriteNumberValue(System.Convert.ToDecimal(number, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(arguments.Context.ObjectToString(value));
                break;
        }
    }

    private static void WriteObject(in BuiltinArguments arguments, Utf8JsonWriter writer, object value, int depth)
    {
        Enter(arguments, depth);
        writer.WriteStartObject();
        foreach (var (name, member) in MemberAccess.MembersOf(value))
        {
            writer.WritePropertyName(name);
            WriteValue(arguments, writer, member, depth);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(in BuiltinArguments arguments, Utf8JsonWriter writer, IEnumerable items, int depth)
    {
        Enter(arguments, depth);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(arguments, writer, item, depth);
        }

        writer.WriteEndArray();
    }

    private static void Enter(in BuiltinArguments arguments, int depth)
    {
        var limit = arguments.Context.ObjectRecursionLimit;
        if ((limit > 0 && depth > limit) || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Printer.TooDeep(arguments.Context);
        }
    }
}
