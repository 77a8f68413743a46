using PipelineKit.Core.Files;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>The operations of the disk, of which one (or one and all after it) fails. Writing counts twice: it can fail before and half-way.</summary>
internal sealed class FaultyChanges(int failing, Fault fault) : IFileChanges
{
    private readonly DiskChanges _disk = new();

    /// <summary>Operations so far.</summary>
    public int Count { get; private set; }

    public List<string> Log { get; } = [];

    public void MakeFolder(string path) => Do(nameof(MakeFolder), path, () => _disk.MakeFolder(path));

    public void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        Step("create", path);
        if (Count + 1 == failing)
        {
            _disk.WriteNew(path, bytes[..(bytes.Length / 2)]);
        }

        Step("write", path);
        _disk.WriteNew(path, bytes);
    }

    public void CopyMode(string from, string to) => Do(nameof(CopyMode), to, () => _disk.CopyMode(from, to));

    public void Rename(string from, string to) => Do(nameof(Rename), to, () => _disk.Rename(from, to));

    public void Delete(string path) => Do(nameof(Delete), path, () => _disk.Delete(path));

    public void DeleteFolder(string path) => Do(nameof(DeleteFolder), path, () => _disk.DeleteFolder(path));

    private void Do(string what, string path, Action action)
    {
        Step(what, path);
        action();
    }

    private void Step(string what, string path)
    {
        Count++;
        Log.Add($"{Count} {what} {path}");
        if (Count == failing || (Count > failing && fault != Fault.Once))
        {
            throw fault == Fault.Kill ? new InvalidOperationException("killed") : new IOException("Input/output error");
        }
    }
}

/// <summary>How an operation fails.</summary>
public enum Fault
{
    /// <summary>This one only.</summary>
    Once,

    /// <summary>This one and every one after it: the disk is gone.</summary>
    ForGood,

    /// <summary>The process ends there: nobody catches the exception, and nothing is taken back.</summary>
    Kill,
}
