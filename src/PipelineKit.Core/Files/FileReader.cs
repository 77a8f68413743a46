namespace PipelineKit.Core.Files;

/// <summary>
/// The one way in which a file of a repository is read. A repository may be a stranger's: only regular files are opened, links are not followed,
/// and no more is read than the caller can use, whatever the file says of its size.
/// </summary>
public static class FileReader
{
    /// <summary>Limit for what people write: a spec, a template, a manifest. In bytes.</summary>
    public const int SmallFile = 1 << 20;

    /// <summary>Limit for what programs write: generated pipelines, recorded durations. In bytes.</summary>
    public const int LargeFile = 32 << 20;

    /// <summary>Reads a file. Never throws for what lies on the disk: what was not read has a <see cref="FileContent.Problem"/>.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="limit">Most bytes that are read, at most <see cref="int.MaxValue"/> - 1.</param>
    public static FileContent Read(string path, int limit = SmallFile)
    {
        try
        {
            var problem = FileKind.ProblemOf(path);
            return problem == FileProblem.None ? ReadRegular(path, limit) : new FileContent(default, problem, limit);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileContent(default, FileProblem.Missing, limit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new FileContent(default, FileProblem.Refused, limit);
        }
    }

    /// <summary>True when a regular file of that name is there, whether or not it can be read.</summary>
    public static bool Exists(string path)
    {
        try
        {
            return FileKind.ProblemOf(path) == FileProblem.None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static FileContent ReadRegular(string path, int limit)
    {
        using var file = File.OpenHandle(path);
        var size = RandomAccess.GetLength(file);
        if (size > limit)
        {
            return new FileContent(default, FileProblem.TooLarge, limit);
        }

        // One byte more than the size, so that the end is seen. Files of the kernel say 0 and hold more: the buffer grows, up to the limit.
        var buffer = new byte[size + 1];
        var length = 0;
        for (int read; (read = RandomAccess.Read(file, buffer.AsSpan(length), length)) > 0;)
        {
            length += read;
            if (length > limit)
            {
                return new FileContent(default, FileProblem.TooLarge, limit);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, limit + 1L));
            }
        }

        return new FileContent(buffer.AsMemory(0, length), FileProblem.None, limit);
    }
}
