namespace SupportPlatform.Conversations.Staff;

/// <summary>How many conversations the agent's lists have; see <see cref="ConversationCounts"/>.</summary>
internal sealed record CountsMessage(
    string Store, int Mine, int Waiting, int Unassigned, int Assistant, int Others, int All, int Snoozed, int Mentions)
{
    /// <summary>The counts of a store.</summary>
    public static CountsMessage Of(string store, ConversationCounts counts) => new(
        store, counts.Mine, counts.Waiting, counts.Unassigned, counts.Assistant, counts.Others, counts.All, counts.Snoozed, counts.Mentions);
}
