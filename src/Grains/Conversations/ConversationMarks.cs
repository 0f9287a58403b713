using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>What staff's lists are filtered and sorted by, beside where a conversation stands; columns of its row.</summary>
/// <param name="ContactId">Whose it is.</param>
/// <param name="Priority">How pressing it is.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="SnoozedUntil">Until when it is put aside.</param>
/// <param name="IsSpam">Whether it is spam.</param>
/// <param name="Mentioned">The agents whom notes named.</param>
internal sealed record ConversationMarks(
    string ContactId, ConversationPriority Priority, ImmutableArray<string> Tags, DateTimeOffset? SnoozedUntil, bool IsSpam, ImmutableArray<string> Mentioned)
{
    /// <summary>Those after a change; null where it changed none.</summary>
    public static ConversationMarks? Changed(ConversationState before, ConversationState after) =>
        before.ContactId == after.ContactId && before.Priority == after.Priority && before.Tags == after.Tags && before.SnoozedUntil == after.SnoozedUntil &&
        before.IsSpam == after.IsSpam && before.Mentioned == after.Mentioned
            ? null
            : new(after.ContactId, after.Priority, after.Tags, after.SnoozedUntil, after.IsSpam, after.Mentioned);
}
