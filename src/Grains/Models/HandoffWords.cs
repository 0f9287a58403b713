using System.Collections.Immutable;
using SupportPlatform.Conversations;

namespace SupportPlatform.Models;

/// <summary>What a customer is told whose conversation was passed on.</summary>
/// <param name="Text">That it was, and what happens next.</param>
/// <param name="Choices">What the customer can answer to that.</param>
/// <param name="Form">The form for the address to write to; null where somebody will answer here.</param>
internal sealed record HandoffWords(string Text, ImmutableArray<string> Choices, Form? Form);
