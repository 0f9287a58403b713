using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupportPlatform.Accounts;

/// <summary>Random secrets of 256 bits, of which the database has a hash alone: as they cannot be guessed, it needs no salt.</summary>
internal static class Secrets
{
    /// <summary>A new secret, of letters that stand in addresses and cookies as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
