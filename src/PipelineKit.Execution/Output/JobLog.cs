namespace PipelineKit.Execution.Output;

/// <summary>
/// The output of one job: written through to a file, of which memory holds only the last lines of the running command. Once somebody
/// watches, they get what there is and everything that follows.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="size">Characters of one part of it.</param>
internal sealed class JobLog(string path, int size = LogFile.Size) : IDisposable
{
    private const int TailLines = 20;
    private const int TailWidth = 1000;

    private readonly Lock _gate = new();
    private readonly LogFile _file = new(path, size);
    private readonly Queue<string> _tail = new();
    private Action<string>? _watcher;

    /// <summary>A line that is ready to be shown (<see cref="LineCutter"/>).</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            _file.Write(line);
            _watcher?.Invoke(line);
            if (_tail.Count == TailLines)
            {
                _tail.Dequeue();
            }

            _tail.Enqueue(line.Length <= TailWidth ? line : string.Concat(line.AsSpan(0, TailWidth), "…"));
        }
    }

    /// <summary>Words of our own, which may have several lines.</summary>
    public void Say(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Write(PlainText.Of(line));
        }
    }

    /// <summary>A command begins: the tail is from here on.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _tail.Clear();
        }
    }

    /// <summary>The last lines since the command began.</summary>
    public IReadOnlyList<string> Tail()
    {
        lock (_gate)
        {
            return [.. _tail];
        }
    }

    /// <summary>The file holds everything so far.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _file.Flush();
        }
    }

    /// <summary>Shows what there is and everything that follows.</summary>
    public void Watch(Action<string> watcher)
    {
        lock (_gate)
        {
            foreach (var line in _file.Read())
            {
                watcher(line);
            }

            _watcher = watcher;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }
}
