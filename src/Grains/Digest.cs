using System.Security.Cryptography;
using System.Text;

namespace SupportPlatform;

/// <summary>Short names for texts: the same for the same text, on every run and machine.</summary>
internal static class Digest
{
    /// <summary>The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first hexadecimal digits of a text's SHA-256.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many digits, at most 64.</param>
    public static string Of(string text, int length) => Of(text)[..length];
}
