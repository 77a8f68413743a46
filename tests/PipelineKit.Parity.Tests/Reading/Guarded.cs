namespace PipelineKit.Parity.Tests.Reading;

/// <summary>Says which job of which platform could not be read.</summary>
internal static class Guarded
{
    public static ReadJob Read(string platform, string job, Func<ReadJob> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableException unreadable)
        {
            throw new UnreadableException($"{job}: {unreadable.Message} (on {platform})", unreadable);
        }
    }
}
