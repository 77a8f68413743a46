namespace Scriban;

/// <summary>The stack of argument values: calls pass slices of it, so that they need no array of their own.</summary>
public partial class TemplateContext
{
    private object?[] _stack = [];

    internal int StackTop { get; private set; }

    internal void PushValue(object? value)
    {
        if (StackTop == _stack.Length)
        {
            Array.Resize(ref _stack, Math.Max(16, StackTop * 2));
        }

        _stack[StackTop++] = value;
    }

    /// <summary>Replaces a value of the stack.</summary>
    internal void SetValue(int position, object? value) => _stack[position] = value;

    internal object? GetValue(int position) => _stack[position];

    /// <summary>The values from a position to the top; stays valid when the stack grows.</summary>
    internal ReadOnlySpan<object?> ValuesFrom(int from) => _stack.AsSpan(from, StackTop - from);

    internal void PopValues(int to)
    {
        Array.Clear(_stack, to, StackTop - to);
        StackTop = to;
    }

    private void ClearStack() => PopValues(0);
}
