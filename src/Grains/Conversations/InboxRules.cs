using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Conversations;

/// <summary>
/// How staff keep their lists in order: what is put aside, spam, tagged, pressing, what a note names somebody in. Pure. None
/// of it changes who speaks, but that an agent leaves what is spam.
/// </summary>
internal static class InboxRules
{
    private const int MostTags = 20;
    private const int MostMentioned = 20;
    private const int LineTextLength = 160;

    /// <summary>Puts it aside until a time, or wakes it; nothing when it is so already, or resolved.</summary>
    public static Decision Snooze(ConversationState state, DateTimeOffset? until, StaffMember? by) =>
        state.Status == ConversationStatus.Resolved || state.SnoozedUntil == until
            ? Decision.Nothing
            : new([new Snoozed { Until = until, By = by }], []);

    /// <summary>Its time may have come; nothing as long as it has not.</summary>
    public static Decision Wake(ConversationState state, DateTimeOffset now) => state.SnoozedUntil is not { } until
        ? new([], [new DueChange(DueKinds.Snooze, null)])
        : until <= now ? new(Waking(state), []) : Decision.Nothing;

    /// <summary>Wakes it because something happens in it.</summary>
    public static ImmutableArray<ConversationEvent> Waking(ConversationState state) => state.SnoozedUntil is null ? [] : [new Woken()];

    /// <summary>
    /// Says whether it is spam; nothing when that is known. What was owed is owed again when it is none: the answer is then due.
    /// </summary>
    public static Decision SetSpam(ConversationState state, bool isSpam, StaffMember? by, DateTimeOffset answerBy)
    {
        if (state.IsSpam == isSpam) return Decision.Nothing;
        var events = ImmutableArray.CreateBuilder<ConversationEvent>(3);
        if (isSpam && state.Turn is { } turn) events.Add(new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.Spam });
        if (isSpam && state.FloorHolder is { } agent)
            events.Add(new AgentLeft { AgentId = agent, AgentName = state.AgentName!, BackTo = "assistant" });
        events.Add(new SpamSet { IsSpam = isSpam, By = by });
        var owes = state.UnansweredFrom is not null && state.FloorHolder is null;
        return new(events.ToImmutable(), owes ? [new DueChange(DueKinds.Answer, isSpam ? null : answerBy)] : []);
    }

    /// <summary>Changes the tags; nothing when they are so already. A tag that is both added and removed is removed.</summary>
    /// <exception cref="SupportException">They would be too many.</exception>
    public static Decision Tag(ConversationState state, TagConversation command)
    {
        var removed = command.Remove.Where(state.Tags.Contains).Distinct().ToImmutableArray();
        var added = command.Add.Where(t => !state.Tags.Contains(t) && !command.Remove.Contains(t)).Distinct().ToImmutableArray();
        if (state.Tags.Length - removed.Length + added.Length > MostTags)
            throw new SupportException(ProblemCodes.TooManyTags, $"A conversation has at most {MostTags} tags.");
        return removed.IsEmpty && added.IsEmpty ? Decision.Nothing : new([new Tagged { Added = added, Removed = removed, By = command.By }], []);
    }

    /// <summary>Says how pressing it is; nothing when that is known.</summary>
    public static Decision SetPriority(ConversationState state, ConversationPriority priority, StaffMember? by) =>
        state.Priority == priority ? Decision.Nothing : new([new PrioritySet { Priority = priority, By = by }], []);

    /// <summary>The state after an event that lists show; the same state for any other event.</summary>
    public static ConversationState Apply(ConversationState state, ConversationEvent e, DateTimeOffset now) => e switch
    {
        ConversationStarted { Details.Name: { } name } => state with { ContactName = name },
        ContactIdentified { Details.Name: { } name } => state with { ContactName = name },
        FormSubmitted { Answers.Values: { } values } when state.ContactName is null && values.TryGetValue("name", out var name) =>
            state with { ContactName = name },
        MessagePosted message => state with
        {
            LastMessage = new LineMessage { Role = message.Role, Author = message.Author, Text = Beginning(message.Text), At = now },
        },
        NoteAdded { Mentions: { } mentions } => state with
        {
            Mentioned = [.. state.Mentioned.Except(mentions).Concat(mentions.Distinct()).TakeLast(MostMentioned)],
        },
        EscalationRequested asked => state with
        {
            EscalationReason = asked.Reason,
            Priority = asked.Kind == EscalationTypes.Urgent ? ConversationPriority.Urgent : state.Priority,
        },
        Snoozed snoozed => state with { SnoozedUntil = snoozed.Until, QueuePosition = null },
        Woken or Resolved => state with { SnoozedUntil = null, QueuePosition = null },
        Tagged tagged => state with { Tags = [.. state.Tags.Where(t => !tagged.Removed.Contains(t)), .. tagged.Added] },
        PrioritySet set => state with { Priority = set.Priority },
        SpamSet set => state with { IsSpam = set.IsSpam, QueuePosition = null },
        _ => state,
    };

    /// <summary>As much of a message as lists show.</summary>
    public static string Beginning(string text)
    {
        if (text.Length <= LineTextLength) return text;
        return text[..(char.IsHighSurrogate(text[LineTextLength - 1]) ? LineTextLength - 1 : LineTextLength)];
    }
}
