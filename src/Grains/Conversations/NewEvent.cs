namespace SupportPlatform.Conversations;

/// <summary>An event that is about to be appended; the log gives it its number.</summary>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Data">The data for every audience: a JSON object as text.</param>
/// <param name="StaffData">The data for staff alone, a JSON object as text.</param>
/// <param name="ClientMessageId">The client's id of a customer's message.</param>
internal sealed record NewEvent(string Type, string Data, string? StaffData = null, string? ClientMessageId = null);
