using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>An agent wants to read messages in another language.</summary>
[GenerateSerializer, Immutable, Alias("support.models.translate-messages")]
public sealed record TranslateMessages
{
    /// <summary>The conversation's grain key.</summary>
    [Id(0)] public required string Conversation { get; init; }

    /// <summary>The numbers of the messages' events, at most 50.</summary>
    [Id(1)] public required ImmutableArray<long> Seqs { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    [Id(2)] public required string Locale { get; init; }
}
