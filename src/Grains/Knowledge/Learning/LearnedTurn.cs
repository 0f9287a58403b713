namespace SupportPlatform.Knowledge;

/// <summary>An answer as it is looked at to learn from it.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="Id">Its id within that.</param>
/// <param name="Role">Who answered.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered; empty where a source that it cites is gone.</param>
/// <param name="Outcome">See <see cref="FinishedTurn.Outcome"/>.</param>
/// <param name="Rating">The rating that counts, 1 to 5.</param>
/// <param name="WasAnsweredLater">Whether the assistant answered a question later in the same conversation.</param>
internal sealed record LearnedTurn(
    string Conversation, string Id, string Role, string Question, string Answer, string Outcome, int? Rating, bool WasAnsweredLater);
