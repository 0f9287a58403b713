namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of an escalation.</summary>
/// <param name="Evidence">What shows the reason.</param>
internal sealed record EscalationDetails(string Evidence);
