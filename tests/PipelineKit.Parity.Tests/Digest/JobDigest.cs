using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PipelineKit.Parity.Tests.Digest;

/// <summary>SHA-256 of the canonical text of a job's object.</summary>
internal static class JobDigest
{
    /// <summary>Digits that a comment shows.</summary>
    public const int ShownDigits = 8;

    public static string Of(JsonNode parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText.Of(parts))));

    public static string Shown(JsonNode parts) => Of(parts)[..ShownDigits];
}
