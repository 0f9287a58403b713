namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a conversation that is open again.</summary>
/// <param name="By">Who of the staff opened it.</param>
internal sealed record ReopenDetails(StaffMember By);
