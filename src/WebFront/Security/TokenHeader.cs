using System.Text.Json.Serialization;

namespace SupportPlatform.Security;

/// <summary>The header of a visitor's token.</summary>
internal sealed record TokenHeader
{
    /// <summary>The algorithm; only <c>HS256</c> is accepted.</summary>
    [JsonPropertyName("alg")] public string? Algorithm { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("typ")] public string? Type { get; init; }

    /// <summary>Extensions that must be understood; none is, so a token that names one is refused.</summary>
    [JsonPropertyName("crit")] public string[]? Critical { get; init; }
}
