namespace PipelineKitRunner;

/// <summary>The output of one job. It is kept until the job's turn to be shown comes, then goes on live: jobs never mix.</summary>
internal sealed class OutputLog
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];
    private System.IO.TextWriter? _writer;

    public void Write(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            _writer?.WriteLine(line);
        }
    }

    /// <summary>Shows what there is and everything that follows.</summary>
    public void Attach(System.IO.TextWriter writer)
    {
        lock (_gate)
        {
            if (_writer is null)
            {
                _writer = writer;
                _lines.ForEach(writer.WriteLine);
            }
        }
    }

    /// <summary>The end of the output from a line on.</summary>
    public IReadOnlyList<string> Tail(int from, int count)
    {
        lock (_gate)
        {
            return _lines.GetRange(Math.Max(from, _lines.Count - count), Math.Min(_lines.Count - from, count));
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }
}
