using System.Text;

namespace PipelineKit.Cli.Running;

/// <summary>Follows a file of events while somebody else writes it.</summary>
internal sealed class EventTail(string file)
{
    private long _position;

    /// <summary>The events that were added since the last call. A line without its end is left for the next call.</summary>
    /// <exception cref="System.Text.Json.JsonException">A line is no event.</exception>
    public IReadOnlyList<RunEvent> ReadNew()
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _position;
        using var reader = new MemoryStream();
        stream.CopyTo(reader);
        var text = Encoding.UTF8.GetString(reader.GetBuffer(), 0, (int)reader.Length);
        var complete = text[..(text.LastIndexOf('\n') + 1)];
        _position += Encoding.UTF8.GetByteCount(complete);
        return [.. complete.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RunEvent.Parse).OfType<RunEvent>()];
    }
}
