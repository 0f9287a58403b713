using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>
/// The secrets by which a store tells who its customers are: it signs a JSON Web Token (HS256) with the first one. The
/// second one, if any, still verifies, so that they can be changed without signing anybody out.
/// </summary>
public sealed record IdentityKeys
{
    /// <summary>One or two secrets, Base64 of 32 bytes, the newest first.</summary>
    public required ImmutableArray<string> Keys { get; init; }
}
