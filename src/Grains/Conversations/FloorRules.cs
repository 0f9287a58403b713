using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>
/// Who speaks in a conversation: the assistant, or one human agent. Pure. Each change of the speaker makes the floor's
/// number grow, and what the assistant began under an earlier number is refused (<see cref="ConversationRules"/>).
/// </summary>
internal static class FloorRules
{
    /// <summary>Asks for a person; nothing when one was asked for or is there.</summary>
    public static Decision Escalate(ConversationState state, Escalate command, StaffMember? by = null) =>
        state.Status is ConversationStatus.Waiting or ConversationStatus.WithAgent || state.IsSpam
            ? Decision.Nothing
            : new(
                [
                    .. InboxRules.Waking(state),
                    .. Reopening(state, by),
                    new EscalationRequested
                    {
                        Reason = command.Reason,
                        Kind = command.Type,
                        Desk = command.Desk,
                        Details = string.IsNullOrEmpty(command.Evidence) && by is null ? null : new EscalationDetails(command.Evidence, by),
                    },
                ],
                []);

    /// <summary>
    /// The decision, which tells the customer so where it asks for a person outside a turn. The running turn gives way: it
    /// knows nothing of that person.
    /// </summary>
    public static Decision Tell(
        ConversationState state, Decision decision, HandoffWords words, string messageId, string author, DateTimeOffset answerBy)
    {
        if (decision.Events.FirstOrDefault(e => e is EscalationRequested) is not { } asked) return decision;
        var cancelled = Cancelling(state, CancelReasons.Escalated);
        var at = decision.Events.IndexOf(asked);
        return decision with
        {
            Events =
            [
                .. decision.Events.Take(at),
                .. cancelled,
                new MessagePosted { MessageId = messageId, Role = MessageRole.Assistant, Author = author, Text = words.Text, Suggestions = words.Choices },
                .. decision.Events.Skip(at),
                .. words.Form is { } form && !state.HasMail ? ConversationRules.RequestForm(state, form).Events : [],
            ],
            Dues = cancelled.IsEmpty ? decision.Dues : decision.Dues.Add(new DueChange(DueKinds.Answer, answerBy)),
        };
    }

    /// <summary>
    /// An agent takes the floor, from the assistant in mid-sentence if need be; nothing when an agent has it.
    /// </summary>
    /// <param name="state">The conversation.</param>
    /// <param name="command">The claim.</param>
    /// <param name="slot">The agent's slots; null for one who has no limit.</param>
    /// <exception cref="SupportException">The agent has no free slot, or it is spam.</exception>
    public static Decision Claim(ConversationState state, ClaimConversation command, AgentSlot? slot = null)
    {
        if (state.FloorHolder is not null) return Decision.Nothing;
        RefuseSpam(state);
        RequireSlot(slot, command.AgentName);
        return new(
            [
                .. InboxRules.Waking(state),
                .. Reopening(state, new StaffMember { AgentId = command.AgentId, Name = command.AgentName }),
                .. Cancelling(state, CancelReasons.Claimed),
                new AgentJoined { AgentId = command.AgentId, AgentName = command.AgentName, PictureUrl = command.PictureUrl },
            ],
            [new DueChange(DueKinds.Answer, null)])
        { Slot = slot };
    }

    /// <summary>The place in the queue; nothing when it is known, or the conversation does not wait there any more.</summary>
    public static Decision SetPlace(ConversationState state, QueuePlace place) =>
        !state.IsQueued || state.Desk != place.Desk || state.QueuePosition == place.Position
            ? Decision.Nothing
            : new([new Queued { Desk = place.Desk, Position = place.Position, EstimateSeconds = place.EstimateSeconds }], []);

    /// <summary>
    /// The agent gives the floor back; nothing when another has it. What the customer wrote since the agent's last message
    /// the assistant then owes an answer to.
    /// </summary>
    public static Decision Release(ConversationState state, ReleaseConversation command, DateTimeOffset answerBy)
    {
        if (state.FloorHolder is null || state.FloorHolder != command.AgentId) return Decision.Nothing;
        var events = ImmutableArray.CreateBuilder<ConversationEvent>();
        if (!string.IsNullOrWhiteSpace(command.Note))
            events.Add(new NoteAdded { AgentId = command.AgentId, Author = state.AgentName!, Text = command.Note });
        events.Add(new AgentLeft
        {
            AgentId = command.AgentId,
            AgentName = state.AgentName!,
            BackTo = command.Desk is null ? "assistant" : "queue",
            Desk = command.Desk,
        });
        var owes = command.Desk is null && state.LastCustomerSeq > state.LastAgentSeq;
        return new(events.ToImmutable(), owes ? [new DueChange(DueKinds.Answer, answerBy)] : []);
    }

    /// <summary>What a removed agent has waits in the queue again; whoever else has it keeps it.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="kind">The due row's, which is done with.</param>
    /// <param name="agentId">The agent; null for one who is there again.</param>
    /// <param name="desk">Where it waits.</param>
    public static Decision Vacate(ConversationState state, string kind, string? agentId, string desk) => new(
        agentId is not null && state.FloorHolder == agentId ? Leaving(state, "queue", desk) : [], [new DueChange(kind, null)]);

    /// <summary>
    /// Gives the conversation to another agent, who has the floor at once, or to a queue; nothing when it is there already.
    /// </summary>
    /// <param name="state">The conversation.</param>
    /// <param name="command">The transfer.</param>
    /// <param name="anybodys">Whether whoever does it may take the floor from anybody.</param>
    /// <param name="to">The agent who gets it, and the slots of that agent; null for a queue.</param>
    /// <exception cref="SupportException">Another has the floor, the agent has no free slot, or it is spam.</exception>
    public static Decision Transfer(ConversationState state, TransferConversation command, bool anybodys, (AgentJoined Agent, AgentSlot Slot)? to)
    {
        if (state.FloorHolder is { } holder && holder != command.By?.AgentId && !anybodys) throw NotYours(state);
        RefuseSpam(state);
        var isThere = to is { Agent: var agent }
            ? state.FloorHolder == agent.AgentId
            : state.FloorHolder is null && state.Status == ConversationStatus.Waiting && state.Desk == command.Desk;
        if (isThere) return Decision.Nothing;
        var events = ImmutableArray.CreateBuilder<ConversationEvent>();
        events.AddRange(InboxRules.Waking(state));
        events.AddRange(Reopening(state, command.By));
        events.Add(new Transferred
        {
            From = state.FloorHolder,
            FromName = state.AgentName,
            To = to?.Agent.AgentId,
            ToName = to?.Agent.AgentName,
            Desk = command.Desk,
            Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note,
            By = command.By,
        });
        if (to is { } receiver)
        {
            RequireSlot(receiver.Slot, receiver.Agent.AgentName);
            events.AddRange(Cancelling(state, CancelReasons.Claimed));
            events.AddRange(Leaving(state, "agent", null));
            events.Add(receiver.Agent);
            return new(events.ToImmutable(), [new DueChange(DueKinds.Answer, null)]) { Slot = receiver.Slot };
        }

        if (state.FloorHolder is not null) events.AddRange(Leaving(state, "queue", command.Desk));
        else if (state.Status != ConversationStatus.Waiting)
            events.Add(new EscalationRequested { Reason = EscalationReasons.Pulled, Kind = state.EscalationType ?? EscalationTypes.Other, Desk = command.Desk! });
        return new(events.ToImmutable(), []);
    }

    /// <summary>The agent's message to the customer.</summary>
    /// <exception cref="SupportException">The agent does not have the floor.</exception>
    public static Decision Post(
        ConversationState state, PostAgentMessage command, string messageId, ImmutableArray<AttachmentReference>? attachments = null)
    {
        if (state.FloorHolder != command.AgentId) throw NotYours(state);

        return new(
            [
                new MessagePosted
                {
                    MessageId = messageId,
                    Role = MessageRole.Agent,
                    Author = state.AgentName,
                    Text = command.Text,
                    ClientMessageId = command.ClientMessageId,
                    Attachments = attachments,
                },
            ],
            []);
    }

    /// <summary>A note for staff.</summary>
    public static Decision Note(PostAgentMessage command) => new(
        [
            new NoteAdded
            {
                AgentId = command.AgentId,
                Author = command.AgentName,
                Text = command.Text,
                Mentions = command.Mentions.IsDefaultOrEmpty ? null : command.Mentions,
                ClientMessageId = command.ClientMessageId,
            },
        ],
        []);

    /// <summary>The state after an event of the floor; the same state for any other event.</summary>
    public static ConversationState Apply(ConversationState state, ConversationEvent e, DateTimeOffset now) => e switch
    {
        EscalationRequested asked => state with
        {
            Status = ConversationStatus.Waiting,
            Desk = asked.Desk,
            EscalationType = asked.Kind,
            WaitingSince = now,
            QueuePosition = null,
        },
        Transferred { Desk: { } desk } when state.Status == ConversationStatus.Waiting => state with { Desk = desk, QueuePosition = null },
        Queued queued => state with { QueuePosition = queued.Position },
        AgentJoined joined => state with
        {
            Status = ConversationStatus.WithAgent,
            Floor = state.Floor + 1,
            FloorHolder = joined.AgentId,
            AgentName = joined.AgentName,
            AgentPictureUrl = joined.PictureUrl,
            WaitingSince = null,
            UnansweredFrom = null,
            UnansweredAt = null,
            FailedAttempts = 0,
            UnansweredTurns = 0,
        },
        AgentLeft left => Left(state, left, now),
        MessagePosted { Role: MessageRole.Agent } => state with { LastAgentSeq = state.LastSeq },
        _ => state,
    };

    private static ConversationState Left(ConversationState state, AgentLeft left, DateTimeOffset now)
    {
        var owes = left.BackTo == "assistant" && state.LastCustomerSeq > state.LastAgentSeq;
        return state with
        {
            Status = left.BackTo == "queue" ? ConversationStatus.Waiting : ConversationStatus.Open,
            Floor = state.Floor + 1,
            FloorHolder = null,
            AgentName = null,
            AgentPictureUrl = null,
            Desk = left.Desk ?? state.Desk,
            WaitingSince = left.BackTo == "queue" ? now : null,
            QueuePosition = null,
            UnansweredFrom = owes ? state.LastCustomerSeq : null,
            UnansweredAt = owes ? now : null,
        };
    }

    private static void RefuseSpam(ConversationState state)
    {
        if (state.IsSpam) throw new SupportException(ProblemCodes.ConversationIsSpam, "It is marked as spam; say first that it is none.");
    }

    private static void RequireSlot(AgentSlot? slot, string agentName)
    {
        if (slot is { Free: <= 0 })
            throw new SupportException(ProblemCodes.NoFreeSlot, $"{agentName} has as many conversations as slots; end one first.");
    }

    private static SupportException NotYours(ConversationState state) => new(ProblemCodes.NotYourConversation, state.FloorHolder is null
        ? "Claim the conversation before you write to the customer."
        : $"{state.AgentName} has this conversation.");

    private static ImmutableArray<ConversationEvent> Leaving(ConversationState state, string backTo, string? desk) => state.FloorHolder is { } agent
        ? [new AgentLeft { AgentId = agent, AgentName = state.AgentName!, BackTo = backTo, Desk = desk }]
        : [];

    private static ImmutableArray<ConversationEvent> Reopening(ConversationState state, StaffMember? by) =>
        state.Status == ConversationStatus.Resolved ? [Reopened.ByStaff(by)] : [];

    private static ImmutableArray<ConversationEvent> Cancelling(ConversationState state, string reason) =>
        state.Turn is { } turn ? [new TurnCancelled { TurnId = turn.TurnId, Reason = reason }] : [];
}
