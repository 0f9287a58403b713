namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of an escalation.</summary>
/// <param name="Evidence">What shows the reason; null where a person asked for another.</param>
/// <param name="By">Who asked, where a person did.</param>
internal sealed record EscalationDetails(string? Evidence, StaffMember? By = null);
