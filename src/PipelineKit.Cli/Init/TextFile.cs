using System.Text;
using PipelineKit.Core.Files;

namespace PipelineKit.Cli.Init;

/// <summary>Files that others wrote and that are only looked into: what cannot be read says nothing.</summary>
internal static class TextFile
{
    /// <summary>Text of a regular file of at most 1 MiB, or null.</summary>
    public static string? Read(string path)
    {
        if (FileReader.Read(path) is not { IsRead: true } content)
        {
            return null;
        }

        using var reader = new StreamReader(new MemoryStream(content.Bytes.ToArray()), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
