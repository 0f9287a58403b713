using System.ComponentModel.DataAnnotations;

namespace SupportPlatform.Models;

/// <summary>The configuration section <c>Model</c>.</summary>
internal sealed class ModelOptions : ModelEndpoint
{
    /// <summary>The model that answers when the first one fails; none without a provider.</summary>
    public ModelEndpoint? Fallback { get; set; }

    /// <summary>The builtin model's settings.</summary>
    public BuiltinModelOptions Builtin { get; set; } = new();

    /// <summary>How long a model may take to its first token, a second at least and 10 s by default.</summary>
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a whole answer may take, 2 minutes by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a call is tried again before its first token, 2 by default.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>The delay before the first retry, doubled and spread at random for each further one; 500 ms by default.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many tokens of context a turn may send, 6,000 by default.</summary>
    [Range(500, 1_000_000)]
    public int ContextTokens { get; set; } = 6_000;

    /// <summary>How many tokens an answer may have, 800 by default.</summary>
    [Range(16, 100_000)]
    public int AnswerTokens { get; set; } = 800;
}
