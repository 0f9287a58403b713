using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a form that was filled in.</summary>
/// <param name="Values">The answers by field name.</param>
/// <param name="ConsentText">The words that the customer agreed to; null when there was nothing to agree to.</param>
internal sealed record FormAnswers(ImmutableDictionary<string, string> Values, string? ConsentText);
