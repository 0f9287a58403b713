using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>Replies that an agent may send.</summary>
/// <param name="Suggestions">The best first.</param>
public sealed record SuggestionsBody(ImmutableArray<SuggestedReply> Suggestions);
