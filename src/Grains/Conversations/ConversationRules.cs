using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>
/// What may happen in a conversation: from state, command and time to events. Pure. Its invariants: one turn at a time;
/// the assistant's message stands only for the running turn under its floor; as long as an answer is owed there is a
/// due row for it.
/// </summary>
internal static class ConversationRules
{
    private const int MostAnsweredForms = 20;

    /// <summary>The first state of a conversation.</summary>
    public static ConversationState Begin(StartConversation command, DateTimeOffset now) => new()
    {
        ContactId = command.ContactId,
        Channel = command.Channel,
        Locale = command.Locale,
        StartedAt = now,
        HasAttachments = false,
    };

    /// <summary>Opens the conversation; nothing when it is open already.</summary>
    public static Decision Start(ConversationState state, StartDetails? details = null) => state.LastSeq > 0
        ? Decision.Nothing
        : new([new ConversationStarted { ContactId = state.ContactId, Channel = state.Channel, Locale = state.Locale, Details = details }], []);

    /// <summary>A customer's message: it reopens, cancels the running turn, and makes an answer due.</summary>
    /// <exception cref="SupportException">Staff marked the conversation as spam: it would never be answered, and the customer is told so.</exception>
    public static Decision Post(
        ConversationState state, PostMessage command, string messageId, DateTimeOffset answerBy,
        ImmutableArray<AttachmentReference>? attachments = null)
    {
        RequireOpenToCustomer(state);
        var events = ImmutableArray.CreateBuilder<ConversationEvent>(3);
        events.AddRange(InboxRules.Waking(state));
        if (state.Status == ConversationStatus.Resolved) events.Add(new Reopened());
        if (state.Turn is { } turn) events.Add(new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.NewMessage });
        events.Add(new MessagePosted
        {
            MessageId = messageId,
            Role = MessageRole.Customer,
            Text = command.Text,
            ClientMessageId = command.ClientMessageId,
            Attachments = attachments,
        });

        // A burst does not move the deadline of its first message; a draft that it makes stale had another.
        var due = state.FloorHolder is null && (state.UnansweredFrom is null || state.Draft is not null)
            ? ImmutableArray.Create(new DueChange(DueKinds.Answer, answerBy))
            : [];
        return new(events.ToImmutable(), due);
    }

    /// <summary>Begins a turn for the messages that wait; nothing when none waits or one runs.</summary>
    public static Decision StartTurn(ConversationState state, string turnId) => !state.OwesAnswer || state.Turn is not null
        ? Decision.Nothing
        : new(
            [
                new TurnStarted
                {
                    TurnId = turnId,
                    Floor = state.Floor,
                    Attempt = state.FailedAttempts + 1,
                    Through = state.LastCustomerSeq,
                },
            ],
            []);

    /// <summary>The turn's answer; nothing when the turn is no longer the running one or the floor has changed.</summary>
    public static Decision CompleteTurn(ConversationState state, string turnId, TurnResult result, string messageId, string author) =>
        IsCurrent(state, turnId) ? new(Answer(state, turnId, result, messageId, author), [new DueChange(DueKinds.Answer, null)]) : Decision.Nothing;

    /// <summary>The turn ended without an answer; nothing when it is no longer the running one.</summary>
    public static Decision FailTurn(ConversationState state, string turnId, int maxAttempts) => IsCurrent(state, turnId)
        ? new([new TurnFailed { TurnId = turnId, Retrying = state.FailedAttempts + 1 < maxAttempts }], [])
        : Decision.Nothing;

    /// <summary>An answer without the model, in place of a turn that failed or is too slow; nothing when none is owed.</summary>
    public static Decision AnswerInstead(ConversationState state, string turnId, TurnResult result, string messageId, string author)
    {
        if (!state.OwesAnswer) return Decision.Nothing;
        var answer = Answer(state, turnId, result, messageId, author);
        return new(
            state.Turn is { } turn
                ? answer.Insert(0, new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.TooSlow })
                : answer,
            [new DueChange(DueKinds.Answer, null)]);
    }

    /// <summary>A turn that no silo runs any more is put aside, so that a new one can begin.</summary>
    public static Decision Recover(ConversationState state) => state.Turn is { } turn
        ? new([new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.Interrupted }], [])
        : Decision.Nothing;

    /// <summary>Somebody stops the assistant: the waiting messages stay without an answer.</summary>
    public static Decision Stop(ConversationState state) => state.OwesAnswer
        ? new(
            [new TurnCancelled { TurnId = state.Turn?.TurnId, Reason = CancelReasons.Stopped }],
            [new DueChange(DueKinds.Answer, null)])
        : Decision.Nothing;

    /// <summary>Closes the conversation; nothing when it is closed.</summary>
    public static Decision Resolve(ConversationState state, string by)
    {
        if (state.Status == ConversationStatus.Resolved) return Decision.Nothing;
        var events = ImmutableArray.CreateBuilder<ConversationEvent>(2);
        if (state.Turn is { } turn) events.Add(new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.Resolved });
        if (state.FloorHolder is { } agent) events.Add(new AgentLeft { AgentId = agent, AgentName = state.AgentName!, BackTo = "nobody" });
        events.Add(new Resolved { By = by });
        return new(events.ToImmutable(), state.UnansweredFrom is null ? [] : [new DueChange(DueKinds.Answer, null)]);
    }

    /// <summary>Staff open it again; nothing when it is open.</summary>
    public static Decision Reopen(ConversationState state, StaffMember? by = null) =>
        state.Status == ConversationStatus.Resolved ? new([Reopened.ByStaff(by)], []) : Decision.Nothing;

    /// <summary>Asks the customer to fill in a form; nothing when this one is asked already.</summary>
    public static Decision RequestForm(ConversationState state, Form form) => state.AskedForm?.FormId == form.FormId
        ? Decision.Nothing
        : new([new FormRequested { Form = form }], []);

    /// <summary>Whether the customer answered a form and was not asked again since.</summary>
    public static bool IsAnswered(ConversationState state, string formId) =>
        state.AskedForm?.FormId != formId && state.AnsweredForms.Contains(formId);

    /// <summary>The customer's answer to a form; nothing when it was answered before.</summary>
    /// <exception cref="SupportException">As for <see cref="Post"/>.</exception>
    public static Decision SubmitForm(ConversationState state, Form form, SubmitForm answer)
    {
        RequireOpenToCustomer(state);
        if (IsAnswered(state, form.FormId)) return Decision.Nothing;
        var values = FormRules.Values(form, answer);
        var submitted = new FormSubmitted
        {
            FormId = form.FormId,
            Skipped = answer.Skipped,
            Fields = [.. form.Fields.Select(f => f.Name).Where(values.ContainsKey)],
            Consent = form.Consent is null ? null : answer.Consent,
            GivesMail = form.Fields.Any(f => f.Type == FormFieldType.Email && values.ContainsKey(f.Name)) ? true : null,
            Answers = new FormAnswers(values, form.Consent?.Text),
        };
        return new([submitted], []);
    }

    /// <summary>A rating; nothing when the same one counts already.</summary>
    /// <param name="command">The rating.</param>
    /// <param name="target">What is rated.</param>
    /// <param name="by">Who rates: <c>customer</c>, <c>staff</c> or <c>system</c>.</param>
    /// <exception cref="SupportException">There is no such message, or it is not one that answers.</exception>
    public static Decision Rate(RateAnswer command, RatingTarget target, string by)
    {
        if (command.MessageId is not null && target.Role is not (MessageRole.Assistant or MessageRole.Agent))
        {
            throw target.Role is null
                ? new SupportException(ProblemCodes.MessageNotFound, "There is no such message.")
                : new SupportException(ProblemCodes.InvalidRequest, "Only messages of the assistant and of agents are rated.");
        }

        var rated = new Rated { MessageId = command.MessageId, Score = command.Score, Comment = command.Comment, By = by };
        return rated == target.Last ? Decision.Nothing : new([rated], []);
    }

    /// <summary>A visitor is a contact that the store knows; nothing when the conversation is that contact's already.</summary>
    /// <exception cref="SupportException">It is neither the visitor's nor the contact's.</exception>
    public static Decision Identify(ConversationState state, string visitorId, string contactId, IdentityDetails? details) =>
        state.ContactId == contactId ? Decision.Nothing
        : state.ContactId == visitorId ? new([new ContactIdentified { ContactId = contactId, Details = details }], [])
        : throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");

    /// <summary>The answer's due row has come due: when to look again, or never.</summary>
    public static Decision Remind(ConversationState state, DateTimeOffset answerBy) =>
        new([], [new DueChange(DueKinds.Answer, state.OwesAnswer ? answerBy : null)]);

    /// <summary>An attachment has been read, which its due row wanted said; null where there is nothing to say any more.</summary>
    public static Decision ProcessAttachment(string dueKind, AttachmentProcessed? processed) =>
        new(processed is null ? [] : [processed], [new DueChange(dueKind, null)]);

    /// <summary>The state after a decision.</summary>
    public static ConversationState Apply(ConversationState state, Decision decision, DateTimeOffset now) =>
        decision.Events.Aggregate(state, (s, e) => After(s with { LastSeq = s.LastSeq + 1 }, e, now));

    // Each kind of rule reads its own part of the state.
    private static ConversationState After(ConversationState state, ConversationEvent e, DateTimeOffset now) =>
        DraftRules.Apply(InboxRules.Apply(Apply(state, e, now), e, now), e);

    private static ConversationState Apply(ConversationState state, ConversationEvent e, DateTimeOffset now) => e switch
    {
        ConversationStarted started => state with { HasMail = started.Details?.Email is not null },
        ContactIdentified identified => state with
        {
            ContactId = identified.ContactId,
            HasMail = state.HasMail || identified.Details?.Email is not null,
        },
        MessagePosted { Role: MessageRole.Customer } message => state with
        {
            HasAttachments = message.Attachments is { Length: > 0 } ? true : state.HasAttachments,

            // While a person has the floor the message is theirs to answer.
            UnansweredFrom = state.FloorHolder is null ? state.UnansweredFrom ?? state.LastSeq : state.UnansweredFrom,
            UnansweredAt = state.FloorHolder is null ? state.UnansweredAt ?? now : state.UnansweredAt,
            LastCustomerSeq = state.LastSeq,
            LastCustomerAt = now,
        },
        AttachmentProcessed => state with { HasAttachments = true },
        TurnStarted started => state with { Turn = new RunningTurn(started.TurnId, started.Floor, started.Through) },
        TurnCompleted completed => state with
        {
            Turn = null,
            UnansweredFrom = null,
            UnansweredAt = null,
            FailedAttempts = 0,
            UnansweredTurns = completed.Outcome == Outcomes.Answered ? 0 : state.UnansweredTurns + 1,
        },
        TurnCancelled { Reason: CancelReasons.Stopped } => state with
        {
            Turn = null,
            UnansweredFrom = null,
            UnansweredAt = null,
            FailedAttempts = 0,
        },
        TurnCancelled => state with { Turn = null },
        TurnFailed => state with { Turn = null, FailedAttempts = state.FailedAttempts + 1 },
        Resolved => state with
        {
            Status = ConversationStatus.Resolved,
            Turn = null,
            UnansweredFrom = null,
            UnansweredAt = null,
            FailedAttempts = 0,
            UnansweredTurns = 0,
            WaitingSince = null,
        },
        FormRequested requested => state with { AskedForm = requested.Form },
        FormSubmitted submitted => state with
        {
            AskedForm = state.AskedForm?.FormId == submitted.FormId ? null : state.AskedForm,
            HasMail = state.HasMail || submitted.GivesMail is true,
            AnsweredForms = [.. state.AnsweredForms.TakeLast(MostAnsweredForms - 1), submitted.FormId],
        },
        Reopened => state with { Status = ConversationStatus.Open },
        _ => FloorRules.Apply(state, e, now),
    };

    /// <summary>Whether the turn is the running one and the assistant still speaks.</summary>
    public static bool IsCurrent(ConversationState state, string turnId) =>
        state.Turn is { } turn && turn.TurnId == turnId && turn.Floor == state.Floor && state.FloorHolder is null;

    /// <summary>The events of an answer that stands.</summary>
    public static ImmutableArray<ConversationEvent> Answer(
        ConversationState state, string turnId, TurnResult result, string messageId, string author) =>
    [
        new MessagePosted
        {
            MessageId = messageId,
            Role = MessageRole.Assistant,
            Author = author,
            Text = result.Text,
            Citations = result.Citations,
            TurnId = turnId,
            Suggestions = result.Suggestions,
            Actions = result.OffersHuman ? ["offer-human"] : [],
        },
        new TurnCompleted
        {
            TurnId = turnId,
            MessageId = messageId,
            Outcome = result.Outcome,
            Details = new TurnDetails(result.Confidence, result.Trace),
        },
        .. result.Escalation is { } escalation ? FloorRules.Escalate(state, escalation).Events : [],
        .. result.Form is { } form ? RequestForm(state, form).Events : [],
    ];

    private static void RequireOpenToCustomer(ConversationState state)
    {
        if (state.IsSpam) throw new SupportException(ProblemCodes.ConversationBlocked, "Nothing more can be written in this conversation.");
    }
}
