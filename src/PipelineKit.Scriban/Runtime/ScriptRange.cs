using System.Collections;

namespace Scriban.Runtime;

/// <summary>The integers from a start to an end, up or down (language reference, 8.7); nothing is stored.</summary>
internal sealed class ScriptRange(long start, long end, bool exclusive) : IEnumerable<object?>
{
    public long Start { get; } = start;

    private readonly bool _isDown = end < start;

    /// <summary>Number of integers, saturated.</summary>
    public long Count { get; } = CountOf(start, end, exclusive);

    public object? this[long index] => index >= 0 && index < Count ? Box(Start + (_isDown ? -index : index)) : null;

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static long CountOf(long start, long end, bool exclusive)
    {
        var distance = Int128.Abs((Int128)end - start);
        return (long)Int128.Min(long.MaxValue, exclusive ? distance : distance + 1);
    }

    private static object Box(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : value;
}
