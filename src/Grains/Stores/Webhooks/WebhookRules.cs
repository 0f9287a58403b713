using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Stores;

/// <summary>What webhooks must look like, how they are signed, and when they are tried again. Pure.</summary>
internal static class WebhookRules
{
    private const int Most = 10;
    private const int LongestUrl = 2_048;
    private const string SecretPrefix = "whsec_";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private static readonly ImmutableArray<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
    ];

    /// <summary>After which time of failure nothing is sent to an address any more.</summary>
    public static readonly TimeSpan DisableAfter = TimeSpan.FromDays(5);

    /// <summary>Checks settings.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(ImmutableArray<WebhookSettings> webhooks, bool allowPrivate)
    {
        StoreRules.Require(!webhooks.IsDefault && webhooks.Length <= Most, $"webhooks are at most {Most}");
        StoreRules.Require(webhooks.All(w => w?.Url is { Length: >= 1 and <= LongestUrl }), "a webhook has a url");
        StoreRules.Require(webhooks.DistinctBy(w => w.Url).Count() == webhooks.Length, "each webhook has a url of its own");
        foreach (var webhook in webhooks)
        {
            StoreRules.Require(IsAddress(webhook.Url, allowPrivate), "a webhook's url is a public https address");
            StoreRules.Require(webhook.Secret is null || Key(webhook.Secret) is not null, "a webhook's secret is whsec_ and Base64 of 24 to 64 bytes");
            StoreRules.Require(
                !webhook.Events.IsDefaultOrEmpty && webhook.Events.Length <= 50 && webhook.Events.All(EventTypes.All.Contains),
                "a webhook's events are types of events");
        }
    }

    /// <summary>A new secret.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The signature of a message (Standard Webhooks, "Signature scheme", symmetric).</summary>
    public static string Sign(string secret, string id, long timestamp, string body)
    {
        var key = Key(secret) ?? throw new FormatException("A kept secret is none.");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.{body}"))));
    }

    /// <summary>When a delivery that failed is tried again; null when it is given up.</summary>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="createdAt">When it was to be sent first.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? NextAt(int attempts, DateTimeOffset createdAt, DateTimeOffset now)
    {
        var next = now + Pauses[Math.Clamp(attempts - 1, 0, Pauses.Length - 1)];
        return next - createdAt > GiveUpAfter ? null : next;
    }

    private static bool IsAddress(string url, bool allowPrivate)
    {
        if (allowPrivate) return Uri.TryCreate(url, UriKind.Absolute, out var any) && any.Scheme is "http" or "https";
        try
        {
            return PageAddress.Parse(url).Scheme == "https";
        }
        catch (ExtractionException)
        {
            return false;
        }
    }

    private static byte[]? Key(string secret)
    {
        var bytes = new byte[64];
        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal) && secret.Length <= 100
            && Convert.TryFromBase64String(secret[SecretPrefix.Length..], bytes, out var count) && count >= 24 ? bytes[..count] : null;
    }
}
