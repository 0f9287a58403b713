using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>The passages of a request and the questions to them, beside their text, for the builtin model.</summary>
internal sealed class EvidenceContent(
    ImmutableArray<KnowledgeQuery> questions, ImmutableArray<RankedPassage> passages, string language = "en") : AIContent
{
    /// <summary>The questions, as the store's knowledge understands them.</summary>
    public ImmutableArray<KnowledgeQuery> Questions { get; } = questions;

    /// <summary>The passages; the first has the number 1.</summary>
    public ImmutableArray<RankedPassage> Passages { get; } = passages;

    /// <summary>The customer's language as a two-letter code.</summary>
    public string Language { get; } = language;
}
