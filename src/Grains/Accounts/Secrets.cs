using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportPlatform.Accounts;

/// <summary>Random secrets of 256 bits, of which the database has a <see cref="Digest"/> alone: as they cannot be guessed, it needs no salt.</summary>
internal static class Secrets
{
    /// <summary>A new secret, of letters that stand in addresses and cookies as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
