namespace SupportPlatform.Conversations.Relay;

/// <summary>Somebody began or stopped typing.</summary>
/// <param name="Role">A <see cref="MessageRole"/>.</param>
/// <param name="IsTyping">Whether they type now.</param>
internal readonly record struct TypingChange(string Role, bool IsTyping);
