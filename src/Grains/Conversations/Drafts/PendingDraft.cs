using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>An answer that waits for approval; its turn runs until that is decided.</summary>
/// <param name="DraftId">Its id.</param>
/// <param name="TurnId">The turn that wrote it.</param>
/// <param name="ExpiresAt">When a person is asked for in its place.</param>
/// <param name="Author">The assistant's name.</param>
/// <param name="Result">What is sent once it is approved.</param>
internal sealed record PendingDraft(string DraftId, string TurnId, DateTimeOffset ExpiresAt, string Author, TurnResult Result);
