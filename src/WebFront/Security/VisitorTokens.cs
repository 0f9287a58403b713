using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// Visitors' tokens: JSON Web Tokens (RFC 7519) signed with HMAC-SHA256 by a key of the store. A store may issue its
/// own with the same key, to tell its customers by its own ids.
/// </summary>
internal sealed class VisitorTokens(TimeProvider time)
{
    /// <summary>The longest life of a token; one that would live longer is refused, whoever signed it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int MaxLength = 4096;

    // The longest mail address that can be written to (RFC 5321, 4.5.3.1.3).
    private const int LongestClaim = 254;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly string Header = Encode(JsonSerializer.SerializeToUtf8Bytes(
        new TokenHeader { Algorithm = "HS256", Type = "JWT" }, TokenJson.Default.TokenHeader));

    /// <summary>A new token, signed by the store's first key.</summary>
    public string Issue(StoreProfile profile, string store, string contactId)
    {
        var now = time.GetUtcNow();
        var claims = new VisitorClaims
        {
            Subject = contactId,
            Store = store,
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = (now + Lifetime).ToUnixTimeSeconds(),
        };
        var signed = $"{Header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Default.VisitorClaims))}";
        return $"{signed}.{Encode(Sign(profile.VisitorKeys[0], signed))}";
    }

    /// <summary>The store that a token names, before anything of it is verified; null when it is not a token.</summary>
    public static string? PeekStore(string? token)
    {
        var parts = token is { Length: <= MaxLength } ? token.Split('.') : [];
        return parts.Length == 3 && Read(parts[1], TokenJson.Default.VisitorClaims)?.Store is { } store && StoreKey.IsValid(store)
            ? store
            : null;
    }

    /// <summary>Verifies a token against a store's keys.</summary>
    /// <exception cref="SupportException">It is malformed, forged, expired, or another store's.</exception>
    public VisitorIdentity Verify(StoreProfile profile, string store, string token)
    {
        var parts = token.Length <= MaxLength ? token.Split('.') : [];
        if (parts.Length != 3 ||
            Read(parts[0], TokenJson.Default.TokenHeader) is not { Algorithm: "HS256", Critical: null } ||
            Read(parts[1], TokenJson.Default.VisitorClaims) is not { Subject: { Length: > 0 and <= Limits.ClientIdLength } contact } claims ||
            claims.ExpiresAt is not { } seconds ||
            Decode(parts[2]) is not { Length: HMACSHA256.HashSizeInBytes } signature)
            throw Invalid();

        // Which store it is for is said before the signature is tried, since only that store's keys could have made it.
        if (claims.Store != store) throw new SupportException(ProblemCodes.WrongStore, "The token belongs to another store.");
        var signed = token[..token.LastIndexOf('.')];
        var valid = false;
        foreach (var key in profile.VisitorKeys) valid |= CryptographicOperations.FixedTimeEquals(Sign(key, signed), signature);
        if (!valid) throw Invalid();

        var now = time.GetUtcNow();
        if (seconds > (now + Lifetime + Skew).ToUnixTimeSeconds()) throw Invalid();
        if (claims.IssuedAt > (now + Skew).ToUnixTimeSeconds()) throw Invalid();
        if (seconds <= (now - Skew).ToUnixTimeSeconds())
            throw new SupportException(ProblemCodes.TokenExpired, "The token has expired; start a new conversation.");
        return new VisitorIdentity(store, contact, DateTimeOffset.FromUnixTimeSeconds(seconds))
        {
            Name = Bounded(claims.Name),
            Email = Bounded(claims.Email),
            Attributes = ContactClaims.Attributes(claims.Attributes),
            Orders = ContactClaims.Orders(claims.Orders),
        };
    }

    private static string? Bounded(string? claim) => claim is { Length: >= 1 and <= LongestClaim } ? claim : null;

    private static SupportException Invalid() => new(ProblemCodes.TokenInvalid, "The token is not valid.");

    private static byte[] Sign(string key, string signed) =>
        HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.ASCII.GetBytes(signed));

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static T? Read<T>(string part, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Decode(part) is { } json ? JsonSerializer.Deserialize(json, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
