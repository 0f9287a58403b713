namespace SupportPlatform.Knowledge;

/// <summary>An answer in a cluster.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="Seq">Its place in the conversation.</param>
/// <param name="Role">Who answered.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered; empty where a source that it cites is gone.</param>
/// <param name="Language">The question's language.</param>
/// <param name="Rating">The rating that counts, 1 to 5.</param>
internal sealed record ClusteredTurn(string Conversation, long Seq, string Role, string Question, string Answer, string Language, int? Rating);
