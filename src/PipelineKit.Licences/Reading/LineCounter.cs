namespace PipelineKit.Licences.Reading;

/// <summary>Turns growing byte offsets of one file into line numbers, looking at each byte once.</summary>
internal struct LineCounter
{
    private int offset;
    private int line;

    /// <summary>The line, from 1, of an offset that is not before the last one asked for.</summary>
    public int At(ReadOnlySpan<byte> bytes, long position)
    {
        var until = (int)Math.Min(position, bytes.Length);
        if (until > offset)
        {
            line += bytes[offset..until].Count((byte)'\n');
            offset = until;
        }

        return line + 1;
    }
}
