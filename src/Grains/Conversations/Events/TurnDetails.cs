using SupportPlatform.Models;

namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a completed turn.</summary>
/// <param name="Confidence">How sure the answer is, 0 to 1.</param>
/// <param name="Trace">Model, prompt, tokens and passages.</param>
internal sealed record TurnDetails(double Confidence, TurnTrace Trace);
