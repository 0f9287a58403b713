using System.Collections.Immutable;

namespace SupportPlatform.Testing;

/// <summary>How the <see cref="ScriptedModel"/> answers one request.</summary>
public sealed record ModelScript
{
    /// <summary>The text.</summary>
    public string Text { get; init; } = "It is 2000 mm [1].";

    /// <summary>Tool calls instead of a text: a name with its arguments as JSON.</summary>
    public ImmutableArray<(string Name, string Arguments)> ToolCalls { get; init; } = [];

    /// <summary>Tokens read, as the server counts them.</summary>
    public int PromptTokens { get; init; } = 120;

    /// <summary>Tokens written, as the server counts them.</summary>
    public int CompletionTokens { get; init; } = 9;

    /// <summary>The status; anything but 200 is an error with an OpenAI-like body.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The header <c>Retry-After</c> of an error.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The whole body instead of an answer: what no client can read.</summary>
    public string? Garbage { get; init; }

    /// <summary>Whether the stream ends in good order but without saying that the answer is whole.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>After this many pieces of text, and <see cref="Gate"/>, the connection is torn down; null for never.</summary>
    public int? CutAfter { get; init; }

    /// <summary>After this many pieces of text the stream waits for <see cref="Gate"/>; 0 is before the first byte.</summary>
    public int? StallAfter { get; init; }

    /// <summary>Ends a stall, or lets a cut happen; a stall without a gate lasts until the client goes.</summary>
    public Task? Gate { get; init; }

    /// <summary>Whether each byte of the stream is sent on its own.</summary>
    public bool ByteByByte { get; init; }

    /// <summary>A pause after each piece of text.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>An error with a status.</summary>
    public static ModelScript Error(int status, string? retryAfter = null) => new() { Status = status, RetryAfter = retryAfter };

    /// <summary>An answer.</summary>
    public static ModelScript Says(string text) => new() { Text = text };
}
