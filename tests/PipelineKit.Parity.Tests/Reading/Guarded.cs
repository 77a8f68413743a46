namespace PipelineKit.Parity.Tests.Reading;

/// <summary>What holds for every reader: which job of which platform could not be read, and that a job without commands has no folder.</summary>
internal static class Guarded
{
    public static ReadJob Read(string platform, string id, Func<ReadJob> read)
    {
        try
        {
            var job = read();
            if (!job.Parts.ContainsKey("run") && !job.Parts.ContainsKey("install"))
            {
                job.Parts["directory"] = ".";
            }

            return job;
        }
        catch (UnreadableException unreadable)
        {
            throw new UnreadableException($"{id}: {unreadable.Message} (on {platform})", unreadable);
        }
    }
}
