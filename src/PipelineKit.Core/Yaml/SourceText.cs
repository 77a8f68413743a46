using System.Text;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Yaml;

/// <summary>Turns the bytes of a file into text, with bounds: the size is known before a byte is read, and what is not UTF-8 is refused.</summary>
public static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a regular file of at most <see cref="YamlReader.MaxBytes"/> bytes. Null, with a PK11xx diagnostic, when it is not there, may not be
    /// read, is a link or no regular file, is too large or is not UTF-8.
    /// </summary>
    /// <param name="path">Path in the file system.</param>
    /// <param name="file">Path as shown to people.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="ifMissing">What to do where it is not there.</param>
    public static string? ReadFile(string path, string file, DiagnosticBag diagnostics, string? ifMissing = null)
    {
        var content = FileReader.Read(path, YamlReader.MaxBytes);
        if (content.IsRead)
        {
            return Decode(content.Bytes.Span, file, diagnostics);
        }

        if (content.Problem == FileProblem.TooLarge)
        {
            TooLarge(new FileInfo(path).Length, file, diagnostics);
        }
        else
        {
            diagnostics.Add(YamlDiagnostics.Unreadable, SourceSpan.WholeFile(file), $"{(content.Problem is FileProblem.Missing or FileProblem.Refused ? "the file" : "this")} {content.Reason}", content.Problem is FileProblem.Missing ? ifMissing : null);
        }

        return null;
    }

    /// <summary>Reads a stream to its end, or refuses it once it is longer than <see cref="YamlReader.MaxBytes"/>.</summary>
    public static string? Read(Stream stream, string file, DiagnosticBag diagnostics)
    {
        if (stream.CanSeek && stream.Length - stream.Position > YamlReader.MaxBytes)
        {
            return TooLarge(stream.Length - stream.Position, file, diagnostics);
        }

        var buffer = new byte[stream.CanSeek ? (int)(stream.Length - stream.Position) + 1 : 4096];
        var length = 0;
        for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;
            if (length > YamlReader.MaxBytes)
            {
                diagnostics.Add(YamlDiagnostics.TooLarge, SourceSpan.WholeFile(file), "the file is too large: at most 1 MiB is read");
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        return Decode(buffer.AsSpan(0, length), file, diagnostics);
    }

    /// <summary>Decodes bytes; a byte order mark of UTF-8 is dropped.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics)
    {
        if (bytes.Length > YamlReader.MaxBytes)
        {
            return TooLarge(bytes.Length, file, diagnostics);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            diagnostics.Add(YamlDiagnostics.NotUtf8, SourceSpan.WholeFile(file), "the file is UTF-16", "save it as UTF-8");
            return null;
        }

        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            var at = FirstInvalid(content);
            var line = content[..at].Count((byte)'\n') + 1;
            diagnostics.Add(YamlDiagnostics.NotUtf8, new SourceSpan(file, line, 0, 0), "the file is not UTF-8: this line holds bytes that are no character", "save it as UTF-8");
            return null;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }

    private static string? TooLarge(long length, string file, DiagnosticBag diagnostics)
    {
        var mebibytes = MessageText.Number(Math.Round(length / 1048576.0, 1));
        diagnostics.Add(YamlDiagnostics.TooLarge, SourceSpan.WholeFile(file), $"the file is too large: {mebibytes} MiB; at most 1 MiB is read");
        return null;
    }
}
