using System.Collections.Immutable;
using SupportPlatform.Knowledge;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>What a turn works from.</summary>
internal sealed record TurnInput
{
    /// <summary>The store's id.</summary>
    public required string Store { get; init; }

    /// <summary>The store's settings.</summary>
    public required StoreSettings Settings { get; init; }

    /// <summary>The customer's messages that want an answer, oldest first; at least one.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>What may be used beside the store's knowledge: the conversation's attachments; for staff, what is for them alone.</summary>
    public KnowledgeSnapshot? Beside { get; init; }

    /// <summary>The only language whose knowledge may be used, as a BCP 47 tag; null for all.</summary>
    public string? OnlyLocale { get; init; }

    /// <summary>Whether the messages came with attachments.</summary>
    public bool Attaches { get; init; }

    /// <summary>The messages before them, oldest first, as far as they are in memory.</summary>
    public ImmutableArray<HistoryMessage> History { get; init; } = [];

    /// <summary>The running summary of what lies before <see cref="History"/>.</summary>
    public string? Summary { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>The language of the messages as a two-letter code, or else the customer's, or else the store's.</summary>
    public string Language => Knowledge.Language.Guess(string.Join('\n', Questions), Locale ?? Settings.Locale);

    /// <summary>How many turns in a row ended without an answer; after two the assistant offers a person.</summary>
    public int UnansweredTurns { get; init; }

    /// <summary>The contact who writes; null outside a conversation.</summary>
    public string? ContactId { get; init; }

    /// <summary>Whether a person was asked for and is waited for.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Whether the team can write to the customer's mail address.</summary>
    public bool HasMail { get; init; }

    /// <summary>What staff whispered to the assistant in this conversation, oldest first.</summary>
    public ImmutableArray<Guidance> Guidance { get; init; } = [];

    /// <summary>The store's instructions; null for those that are published.</summary>
    public ImmutableArray<Instruction>? Instructions { get; init; }

    /// <summary>The vectors of <see cref="Questions"/>, by text, as far as there are any.</summary>
    public IReadOnlyDictionary<string, float[]> Vectors { get; init; } = ImmutableDictionary<string, float[]>.Empty;

    /// <summary>The time of the turn.</summary>
    public required DateTimeOffset Now { get; init; }
}
