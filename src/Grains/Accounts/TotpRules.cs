using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportPlatform.Accounts;

/// <summary>Codes of a second factor by the time: RFC 6238 with SHA-1, 30 seconds and six digits, which every app knows. Pure.</summary>
internal static class TotpRules
{
    /// <summary>The length of a secret, in bytes (RFC 4226, section 4, R6).</summary>
    public const int SecretLength = 20;

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step whose code this is, among that of now, the one before and the next; null when it is of none.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">The code, which may have spaces.</param>
    /// <param name="now">The time.</param>
    public static long? FindStep(byte[] secret, string? code, DateTimeOffset now)
    {
        var given = code?.Replace(" ", "", StringComparison.Ordinal);
        if (given is not { Length: Digits }) return null;
        var step = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        foreach (var candidate in new[] { step - 1, step, step + 1 })
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, candidate, Digits)), Encoding.UTF8.GetBytes(given)))
                found = candidate;
        }

        return found;
    }

    /// <summary>The code of a step.</summary>
    public static string Code(byte[] secret, long step, int digits)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, and all that many apps know; nothing here rests on collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>A secret as apps take it (RFC 4648, section 6); its length is a multiple of five bytes.</summary>
    public static string Encode(byte[] secret)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in secret)
        {
            (buffer, bits) = (((buffer << 8) | one) & 0xfff, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Base32[(buffer >> (bits - 5)) & 31]);
        }

        return text.ToString();
    }
}
