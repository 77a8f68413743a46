using System.Security.Cryptography;
using System.Text;

namespace PipelineKit.Core.Generation;

/// <summary>Hash of a text as the lock file keeps it: SHA-256 over UTF-8 with CRLF read as LF, in lower-case hexadecimal.</summary>
public static class ContentHash
{
    /// <summary>Hashes a text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LineEnds.ToLf(text))));
}
