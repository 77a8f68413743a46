using System.Text;

namespace PipelineKit.Execution.Output;

/// <summary>
/// A text file that keeps the end of what is written to it: when it has reached its size it becomes the earlier part (<c>lint.1.log</c>,
/// which replaces the one before) and a new one is begun. So at most twice the size is kept.
/// </summary>
internal sealed class LogFile : IDisposable
{
    /// <summary>Characters of one part, 16 Mi.</summary>
    public const int Size = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;
    private readonly int _size;
    private StreamWriter? _writer;
    private int _length;

    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="size">Characters of one part.</param>
    public LogFile(string path, int size = Size)
    {
        (_path, _size) = (path, size);
        File.Delete(Earlier);
        _writer = Open();
    }

    private string Earlier => Path.ChangeExtension(_path, ".1.log");

    /// <summary>Writes a line. Where the disk is full the rest is not kept, and nothing else ends for it.</summary>
    public void Write(string line) => Try(() =>
    {
        if (_length > _size)
        {
            Rotate();
        }

        _writer!.Write(line);
        _writer.Write('\n');
        _length += line.Length + 1;
    });

    /// <summary>Everything that was written is in the file.</summary>
    public void Flush() => Try(() => _writer!.Flush());

    /// <summary>All lines that are kept.</summary>
    public IEnumerable<string> Read()
    {
        Flush();
        return new[] { Earlier, _path }.Where(File.Exists).SelectMany(Lines);
    }

    /// <summary>Closes the file. What is written afterwards is not kept.</summary>
    public void Dispose()
    {
        Try(() => _writer!.Dispose());
        _writer = null;
    }

    private StreamWriter Open() => new(new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), Utf8);

    private void Rotate()
    {
        _writer!.Dispose();
        File.Move(_path, Earlier, overwrite: true);
        _writer = Open();
        _length = 0;
    }

    private void Try(Action action)
    {
        if (_writer is null)
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _writer = null;
        }
    }

    // The file may be open for writing.
    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Utf8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
