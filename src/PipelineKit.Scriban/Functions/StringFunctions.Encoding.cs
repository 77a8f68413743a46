using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Scriban.Functions;

/// <summary>Hashes of the UTF-8 form of a string, and base64.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The language has these functions; they protect nothing here.")]
[SuppressMessage("Security", "CA5351", Justification = "The language has these functions; they protect nothing here.")]
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Encoding() =>
    [
        new("md5", "text", static (in a) => Hex(MD5.HashData(Bytes(a, 0)))),
        new("sha1", "text", static (in a) => Hex(SHA1.HashData(Bytes(a, 0)))),
        new("sha256", "text", static (in a) => Hex(SHA256.HashData(Bytes(a, 0)))),
        new("sha512", "text", static (in a) => Hex(SHA512.HashData(Bytes(a, 0)))),
        new("hmac_sha1", "text, secret_key", static (in a) => Hex(HMACSHA1.HashData(Bytes(a, 1), Bytes(a, 0)))),
        new("hmac_sha256", "text, secret_key", static (in a) => Hex(HMACSHA256.HashData(Bytes(a, 1), Bytes(a, 0)))),
        new("hmac_sha512", "text, secret_key", static (in a) => Hex(HMACSHA512.HashData(Bytes(a, 1), Bytes(a, 0)))),
        new("base64_encode", "text", static (in a) => a.Limited(Convert.ToBase64String(Bytes(a, 0)))),
        new("base64_decode", "text", static (in a) => Decode(a)),
    ];

    private static byte[] Bytes(in BuiltinArguments arguments, int index) => System.Text.Encoding.UTF8.GetBytes(arguments.Text(index));

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static string Decode(in BuiltinArguments arguments)
    {
        var buffer = new byte[arguments.Text(0).Length];
        return Convert.TryFromBase64String(arguments.Text(0), buffer, out var length)
            ? System.Text.Encoding.UTF8.GetString(buffer, 0, length)
            : throw arguments.Fail("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.");
    }
}
