namespace SupportPlatform.Conversations;

/// <summary>
/// Another activation owns the conversation, or this one no longer knows where its log ends. It can write no more and
/// must step down; whoever needs the conversation opens it anew.
/// </summary>
internal sealed class FencedException(string key)
    : Exception($"The log of {key} is no longer this activation's to write.");
