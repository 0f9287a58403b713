namespace SupportPlatform.Bench.Servers;

/// <summary>What a client sends to the <see cref="BaselineHub"/>.</summary>
internal sealed record BaselineMessage(string ConversationId, string? Content);
