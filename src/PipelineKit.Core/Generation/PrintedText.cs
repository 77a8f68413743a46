using System.Runtime.CompilerServices;

namespace PipelineKit.Core.Generation;

/// <summary>
/// A text with its header in front, as bytes, and the hash of its body. A large text is kept as long as its object lives: one that is the same for
/// every repository (the Cake runner is larger than all other outputs together) is then encoded and hashed once per process.
/// </summary>
internal sealed class PrintedText
{
    // In characters. Below it, encoding again is cheaper than an entry that the garbage collector has to look after.
    private const int WorthKeeping = 32_768;

    private static readonly ConditionalWeakTable<string, PrintedText> Known = [];

    private PrintedText(string header, string body)
    {
        Header = header;
        Text = header + body;
        BodyHash = ContentHash.Of(body);
        Bytes = RepositoryRoot.Encoding.GetBytes(Text);
    }

    public string Text { get; }

    public string BodyHash { get; }

    public byte[] Bytes { get; }

    private string Header { get; }

    public static PrintedText Of(string header, string body)
    {
        if (body.Length < WorthKeeping)
        {
            return new PrintedText(header, body);
        }

        if (Known.TryGetValue(body, out var known) && known.Header == header)
        {
            return known;
        }

        var printed = new PrintedText(header, body);
        Known.AddOrUpdate(body, printed);
        return printed;
    }
}
