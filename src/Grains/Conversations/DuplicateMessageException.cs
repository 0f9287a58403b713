namespace SupportPlatform.Conversations;

/// <summary>The log already has an event with the client's message id; nothing was appended.</summary>
internal sealed class DuplicateMessageException(Exception innerException)
    : Exception("The log already has a message with this client id.", innerException);
