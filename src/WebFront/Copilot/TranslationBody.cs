namespace SupportPlatform.Models;

/// <summary>Which messages are wanted in which language.</summary>
public sealed record TranslationBody
{
    /// <summary>The numbers of the messages' events, at most 50.</summary>
    public required IReadOnlyList<long> Seqs { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public required string Locale { get; init; }
}
