using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>The configuration section <c>Embeddings</c>: a server that makes vectors of texts, by OpenAI's protocol. None without a name.</summary>
internal sealed class EmbeddingOptions
{
    /// <summary>The address before <c>/embeddings</c>; OpenAI's own when empty.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's (or Azure deployment's) name.</summary>
    public string? Name { get; set; }

    /// <summary>How long a search waits for the vector of its query, 400 ms by default; then words alone decide.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long the vectors of a batch of passages may take, 30 s by default.</summary>
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many passages are sent at once, 64 by default.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>For how long nothing is asked after a failure, 30 s by default.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is such a server.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Name);

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem() => !IsConfigured ? Endpoint is null && string.IsNullOrWhiteSpace(ApiKey) ? null : "Embeddings:Name is missing."
        : QueryTimeout <= TimeSpan.Zero || BatchTimeout <= TimeSpan.Zero || RetryAfter < TimeSpan.Zero || BatchSize is < 1 or > 2_048 ? "A limit in the section Embeddings is not positive, or BatchSize is above 2048."
        : new ModelEndpoint { Provider = ModelEndpoint.OpenAiProvider, Endpoint = Endpoint, ApiKey = ApiKey, Name = Name }.Problem("Embeddings");
}
