using System.Text;

namespace PipelineKit.Licences.Output;

/// <summary>Opens a text writer as all formats need it: UTF-8 without a mark, <c>\n</c>, the stream left open.</summary>
internal static class TextOutput
{
    public static StreamWriter Open(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };
}
