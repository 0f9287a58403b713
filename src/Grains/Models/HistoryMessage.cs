namespace SupportPlatform.Models;

/// <summary>A message said before.</summary>
/// <param name="Role">A <see cref="Conversations.MessageRole"/>.</param>
/// <param name="Text">The text.</param>
/// <param name="Seq">The number of its event; 0 outside a conversation.</param>
internal sealed record HistoryMessage(string Role, string Text, long Seq = 0);
