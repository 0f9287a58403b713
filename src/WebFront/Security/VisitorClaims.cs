using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPlatform.Security;

/// <summary>The claims of a visitor's token, named as in RFC 7519; <c>store</c> is ours.</summary>
internal sealed record VisitorClaims
{
    /// <summary>The contact's id.</summary>
    [JsonPropertyName("sub")] public string? Subject { get; init; }

    /// <summary>The store's id.</summary>
    [JsonPropertyName("store")] public string? Store { get; init; }

    /// <summary>The contact's name, in tokens that the store signed itself.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>The contact's mail address, likewise.</summary>
    [JsonPropertyName("email")] public string? Email { get; init; }

    /// <summary>What else the store says of the contact: an object of texts, numbers and truth values.</summary>
    [JsonPropertyName("attributes")] public JsonElement? Attributes { get; init; }

    /// <summary>The contact's latest orders: objects of <c>id, status?, total?, at?, url?</c>.</summary>
    [JsonPropertyName("orders")] public JsonElement? Orders { get; init; }

    /// <summary>When it was issued, in seconds since 1970.</summary>
    [JsonPropertyName("iat")] public long? IssuedAt { get; init; }

    /// <summary>When it ends, in seconds since 1970.</summary>
    [JsonPropertyName("exp")] public long? ExpiresAt { get; init; }
}
