namespace SupportPlatform.Conversations;

/// <summary>How many conversations an agent's lists have; see <see cref="InboxView"/>.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-counts")]
public sealed record ConversationCounts
{
    /// <summary>Of <see cref="InboxView.Mine"/>.</summary>
    [Id(0)] public int Mine { get; init; }

    /// <summary>Of <see cref="InboxView.Waiting"/>.</summary>
    [Id(1)] public int Waiting { get; init; }

    /// <summary>Of <see cref="InboxView.Unassigned"/>.</summary>
    [Id(2)] public int Unassigned { get; init; }

    /// <summary>Of <see cref="InboxView.Assistant"/>.</summary>
    [Id(3)] public int Assistant { get; init; }

    /// <summary>Of <see cref="InboxView.Others"/>.</summary>
    [Id(4)] public int Others { get; init; }

    /// <summary>Of <see cref="InboxView.All"/>.</summary>
    [Id(5)] public int All { get; init; }

    /// <summary>Of <see cref="InboxView.Snoozed"/>.</summary>
    [Id(6)] public int Snoozed { get; init; }

    /// <summary>Of <see cref="InboxView.Mentions"/>.</summary>
    [Id(7)] public int Mentions { get; init; }
}
