namespace SupportPlatform.Models;

/// <summary>A message said before.</summary>
/// <param name="Role">A <see cref="Conversations.MessageRole"/>.</param>
/// <param name="Text">The text.</param>
internal sealed record HistoryMessage(string Role, string Text);
