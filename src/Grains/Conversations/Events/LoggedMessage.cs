namespace SupportPlatform.Conversations.Events;

/// <summary>A message as it stands in the log.</summary>
/// <param name="Message">The message.</param>
/// <param name="At">When it was said.</param>
internal sealed record LoggedMessage(MessagePosted Message, DateTimeOffset At);
