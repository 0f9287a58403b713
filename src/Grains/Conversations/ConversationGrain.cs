using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SupportPlatform.Agents;
using SupportPlatform.Contacts;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Desk;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>The shell of a conversation: checks who calls, lets the rules decide, appends, replies.</summary>
[GrainType("conversation")]
internal sealed partial class ConversationGrain : Grain, IConversationGrain
{
    // Long enough for any turn; the timer of the engine's idle collection begins again after it.
    private static readonly TimeSpan TurnKeepAlive = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ViewersLook = TimeSpan.FromSeconds(5);

    private readonly ConversationStore _store;
    private readonly TurnServices _services;
    private readonly AgentStore _agents;
    private readonly DeskSignal _desks;
    private readonly ILogger<ConversationGrain> _logger;
    private Activation? _activation;
    private IGrainTimer? _viewing;

    /// <summary>Made by the engine.</summary>
    public ConversationGrain(
        ConversationStore store, TurnServices services, AgentStore agents, DeskSignal desks, ILogger<ConversationGrain> logger) =>
        (_store, _services, _agents, _desks, _logger) = (store, services, agents, desks, logger);

    private string Key => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await _store.Open(Key, _services.Options.Tail, cancellationToken) is { } opened) Open(opened, null);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_activation is not { } active) return;
        await active.Turns.Stop().WaitAsync(cancellationToken);
        active.Turns.Dispose();
        active.Feed.Dispose();
        active.Journal.Dispose();
    }

    /// <inheritdoc/>
    public async Task<PostReceipt> Start(StartConversation command, CancellationToken cancellationToken = default)
    {
        MessageRules.Check(command);
        if (_activation is null)
        {
            var state = ConversationRules.Begin(command, _services.Time.GetUtcNow());
            var header = new NewConversation
            {
                Store = ConversationKey.FromGrainKey(Key).Store,
                ContactId = command.ContactId,
                Channel = command.Channel,
                Locale = command.Locale,
                At = state.StartedAt,
            };
            Open(await _store.Create(Key, header, _services.Options.Tail, cancellationToken), state);
        }

        var active = Authorized();
        var identity = IdentityDetails.Of(CallerContext.Current);
        var details = command.Page is null && identity is null ? null : new StartDetails(command.Page, identity);
        var logged = await Commit(active, s => ConversationRules.Start(s, details), cancellationToken);
        return new PostReceipt { Seq = 1, Duplicate = logged.IsEmpty };
    }

    /// <inheritdoc/>
    public async Task<PostReceipt> Post(PostMessage command, CancellationToken cancellationToken = default)
    {
        var active = Authorized();
        MessageRules.Check(command);
        if (await FindPosted(active, command.ClientMessageId, cancellationToken) is { } seq)
            return new PostReceipt { Seq = seq, Duplicate = true };

        var answerBy = _services.Time.GetUtcNow() + _services.Options.AnswerWithin;

        // What will be refused sends no attachment.
        if (!command.Attachments.IsDefaultOrEmpty) ConversationRules.Post(active.Journal.State, command, "", answerBy);
        var attachments = await SendAttachments(command.Attachments, cancellationToken);
        var logged = await Commit(
            active, s => ConversationRules.Post(s, command, Guid.CreateVersion7().ToString("N"), answerBy, attachments), cancellationToken);
        RunTurnIfOwed(active);
        return new PostReceipt { Seq = logged[^1].Seq };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Frame> Follow(
        long after, Audience audience, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var active = Authorized(audience);
        var contact = CallerContext.Current is { Kind: CallerKind.Visitor } visitor ? visitor.ContactId : null;
        await foreach (var frame in active.Feed.Follow(Math.Max(0, after), audience, cancellationToken))
        {
            // The conversation may have become another contact's meanwhile.
            if (contact is not null && contact != active.Journal.State.ContactId) throw NotFound();
            yield return frame;
        }
    }

    /// <inheritdoc/>
    public async Task<EventPage> GetEvents(long after, int limit, Audience audience, CancellationToken cancellationToken = default)
    {
        var active = Authorized(audience);
        var last = active.Tail.LastSeq;
        var events = await active.Feed.Read(Math.Max(0, after), Math.Clamp(limit, 1, Limits.PageSize), cancellationToken);
        var through = events.Count > 0 ? events[^1].Seq : Math.Max(0, after);
        return new EventPage
        {
            Events = [.. events.Where(e => EventTypes.IsVisible(e.Type, audience)).Select(e => ConversationFeed.For(e, audience))],
            Through = through,
            HasMore = through < last,
        };
    }

    /// <inheritdoc/>
    public Task<ConversationView> GetView(CancellationToken cancellationToken = default)
    {
        var state = Authorized().Journal.State;
        return Task.FromResult(new ConversationView
        {
            ConversationId = ConversationKey.FromGrainKey(Key).PublicId,
            Status = state.Status,
            LastSeq = state.LastSeq,
            Floor = state.Floor,
            TurnId = state.Turn?.TurnId,
            ContactId = state.ContactId,
            Channel = state.Channel,
            StartedAt = state.StartedAt,
            AgentName = state.FloorHolder is null ? null : state.AgentName,
            AgentPictureUrl = state.FloorHolder is null ? null : state.AgentPictureUrl,
            QueuePosition = state.WaitingSince is null ? null : state.QueuePosition,
        });
    }

    /// <inheritdoc/>
    public Task SetTyping(bool isTyping, CancellationToken cancellationToken = default)
    {
        Authorized().Feed.SetTyping(MessageRole.Customer, isTyping);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<bool> CancelTurn(CancellationToken cancellationToken = default)
    {
        var active = Authorized();
        if ((await Commit(active, ConversationRules.Stop, cancellationToken)).IsEmpty) return false;
        active.Turns.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> Resolve(CancellationToken cancellationToken = default)
    {
        var active = Authorized();
        var by = CallerRole();
        if ((await Commit(active, s => ConversationRules.Resolve(s, by), cancellationToken)).IsEmpty) return false;
        active.Turns.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> RequestForm(Form form, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        FormRules.Check(form);
        return !(await Commit(active, s => ConversationRules.RequestForm(s, form), cancellationToken)).IsEmpty;
    }

    /// <inheritdoc/>
    public async Task<FormReceipt> SubmitForm(SubmitForm command, CancellationToken cancellationToken = default)
    {
        var active = Authorized();
        FormRules.Check(command);
        if (ConversationRules.IsAnswered(active.Journal.State, command.FormId)) return new FormReceipt { Changed = false };
        var form = await FindForm(active, command.FormId, cancellationToken);
        var errors = FormRules.Errors(form, command);
        if (!errors.IsEmpty) return new FormReceipt { Changed = false, Errors = errors };
        var logged = await Commit(active, s => ConversationRules.SubmitForm(s, form, command), cancellationToken);
        return new FormReceipt { Changed = !logged.IsEmpty };
    }

    /// <inheritdoc/>
    public async Task<bool> Rate(RateAnswer command, CancellationToken cancellationToken = default)
    {
        var active = Authorized();
        MessageRules.Check(command);
        var by = CallerRole();
        var target = await FindRated(active, command.MessageId, cancellationToken);
        return !(await Commit(active, _ => ConversationRules.Rate(command, target, by), cancellationToken)).IsEmpty;
    }

    /// <inheritdoc/>
    public async Task<bool> Identify(IdentifyContact command, CancellationToken cancellationToken = default)
    {
        MessageRules.Check(command);
        if (CallerContext.Current is not { Kind: CallerKind.Visitor, ContactId: { } contact } caller || VisitorId.Is(contact) || !VisitorId.Is(command.VisitorId))
            throw new SupportException(ProblemCodes.AccessDenied, "A visitor's conversation is taken over by a contact that the store knows.");
        var active = Existing();
        if (caller.Store != active.Store) throw NotFound();
        return !(await Commit(active, s => ConversationRules.Identify(s, command.VisitorId, contact, IdentityDetails.Of(caller)), cancellationToken)).IsEmpty;
    }

    /// <inheritdoc/>
    public async Task WakeUp(string kind, CancellationToken cancellationToken = default)
    {
        var active = Authorized(Audience.Staff);
        if (DueKinds.AttachmentIn(kind) is { } attachmentId) await Announce(active, kind, attachmentId, cancellationToken);
        if (kind == DueKinds.Snooze) await Commit(active, s => InboxRules.Wake(s, _services.Time.GetUtcNow()), cancellationToken);
        if (kind == DueKinds.Sla) await Commit(active, _ => SlaRules.WakeUp(), cancellationToken);
        if (DueKinds.GoneIn(kind) is { } agentId) await Vacate(active, kind, agentId, cancellationToken);
        if (DueKinds.RemovalIn(kind) is { } removal && await _services.Redactions.Redact(Key, removal, cancellationToken) is { } redaction)
            active.Tail.Redact(redaction);
        if (kind != DueKinds.Answer) return;
        var state = active.Journal.State;
        var now = _services.Time.GetUtcNow();
        if (state.Draft is { } draft && now >= draft.ExpiresAt)
        {
            await active.Turns.ExpireDraft(draft, cancellationToken);
            return;
        }

        var running = active.Turns.IsRunning;
        var within = _services.Options.AnswerWithin;

        // A turn that a crash cut gets its time anew with the activation that recovers it.
        var deadline = (state.UnansweredAt > active.OpenedAt ? state.UnansweredAt.Value : active.OpenedAt) + within;
        if (state.OwesAnswer && running && now >= deadline && active.Feed.Live is null or { Length: 0 })
        {
            LogTooSlow(active.Store);
            await active.Turns.AnswerInstead(cancellationToken);
            return;
        }

        await Commit(active, s => ConversationRules.Remind(s, s.Draft?.ExpiresAt ?? (now < deadline ? deadline : now + within)), cancellationToken);
        if (state.OwesAnswer && state.Draft is null && !running) active.Turns.Restart();
    }

    private async Task Announce(Activation active, string kind, string attachmentId, CancellationToken cancellationToken)
    {
        var found = (await _services.Attachments.Find(Key, attachmentId, cancellationToken))?.View;
        if (found is { Status: not (SourceStatuses.Ready or SourceStatuses.Failed) }) return;
        var isSaid = await _store.FindClientMessage(Key, kind, cancellationToken) is not null;
        var processed = isSaid || found is null ? null : new AttachmentProcessed
        {
            AttachmentId = attachmentId,
            Status = found.Status,
            Code = found.Code,
            Detail = found.Detail,
            Title = found.Title,
        };
        await Commit(active, _ => ConversationRules.ProcessAttachment(kind, processed), cancellationToken);
    }

    private void Open(OpenedConversation opened, ConversationState? fresh)
    {
        // A row without a state is one whose first append never came.
        var state = opened.State is { } kept ? EventFormat.ReadState(kept) : fresh;
        if (state is null) return;
        var store = ConversationKey.FromGrainKey(Key).Store;
        var tail = new EventTail(opened.Tail, opened.Log.LastSeq, _services.Options.Tail);
        var feed = new ConversationFeed(Key, _store, tail, _services.Options.MergeWindow, _services.Time);
        var journal = new ConversationJournal(opened.Log, state, feed, _services.Time, _desks, _services.Grains);
        var turns = new TurnRunner(Key, journal, feed, tail, _services, DeactivateOnIdle);
        _activation = new Activation(store, journal, feed, tail, turns, _services.Time.GetUtcNow(), new Viewers());

        // An answer that another silo or an earlier process owed is owed by this one now.
        if (state.Draft is not null) turns.ShowDraft();
        else if (state.OwesAnswer) turns.Restart();
    }

    private void RunTurnIfOwed(Activation active)
    {
        if (!active.Journal.State.OwesAnswer) return;
        DelayDeactivation(TurnKeepAlive);
        active.Turns.Restart();
    }

    /// <summary>The open conversation, if the caller may have it.</summary>
    private Activation Authorized(Audience audience = Audience.Customer)
    {
        var active = Existing();
        var caller = CallerContext.Current;
        if (StaffGate.IsOpen(AgentRole.Agent)) return active;
        if (audience == Audience.Staff) throw new SupportException(ProblemCodes.AccessDenied, "This is for staff.");

        // Somebody else's conversation looks like none.
        return caller is { Kind: CallerKind.Visitor } && caller.Store == active.Store && caller.ContactId == active.Journal.State.ContactId
            ? active
            : throw NotFound();
    }

    private Activation Existing()
    {
        if (_activation is { } active) return active;
        DeactivateOnIdle();
        throw NotFound();
    }

    private static SupportException Moved() => new(ProblemCodes.Busy, "The conversation has moved; please try again.");

    private static SupportException NotFound() => new(ProblemCodes.ConversationNotFound, "There is no such conversation.");

    private async Task<Form> FindForm(Activation active, string formId, CancellationToken cancellationToken)
    {
        if (active.Journal.State.AskedForm is { } asked && asked.FormId == formId) return asked;

        // The caller was checked; the store's settings are the platform's business.
        CallerContext.Current = Caller.System;
        var profile = await _services.Grains.GetGrain<IStoreGrain>(active.Store).GetProfile(cancellationToken);
        return profile?.Settings.Widget?.PreChat is { } form && form.FormId == formId
            ? form
            : throw new SupportException(ProblemCodes.FormNotFound, "This form is not asked, or no longer.");
    }

    private async Task<long?> FindPosted(Activation active, string clientMessageId, CancellationToken cancellationToken)
    {
        if (MessageMemory.Find(active.Tail, clientMessageId) is { } seq) return seq;
        return active.Tail.LastSeq > active.Tail.Events.Count
            ? await _store.FindClientMessage(Key, clientMessageId, cancellationToken)
            : null;
    }

    private async Task<ImmutableArray<AttachmentReference>?> SendAttachments(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        ids.IsDefaultOrEmpty ? null : await _services.Attachments.Send(Key, ids, _services.Time.GetUtcNow(), cancellationToken);

    private static async Task<RatingTarget> FindRated(Activation active, string? messageId, CancellationToken cancellationToken)
    {
        // A message is rated after it was said, so the tail that has it has its ratings too.
        var target = new RatingTarget(null, null).After(active.Tail.Events, messageId);
        var isKnown = messageId is null ? target.Last is not null : target.Role is not null;
        if (isKnown || active.Tail.LastSeq == active.Tail.Events.Count) return target;
        for (var after = 0L; after < active.Tail.LastSeq;)
        {
            var page = await active.Feed.Read(after, Limits.PageSize, cancellationToken);
            target = target.After(page, messageId);
            after = page[^1].Seq;
        }

        return target;
    }

    private static string CallerRole() => CallerContext.Current?.Kind switch
    {
        CallerKind.Visitor => "customer",
        CallerKind.Administrator or CallerKind.Staff => "staff",
        _ => "system",
    };

    private async Task<ImmutableArray<LoggedEvent>> Commit(
        Activation active, Func<ConversationState, Decision> decide, CancellationToken cancellationToken)
    {
        try
        {
            return await active.Journal.Commit(decide, cancellationToken);
        }
        catch (FencedException e)
        {
            LogSteppedDown(e, active.Store);
            throw Moved();
        }
        finally
        {
            if (active.Journal.IsBroken) DeactivateOnIdle();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A conversation of store {Store} is owned by another activation; stepping down")]
    private partial void LogSteppedDown(Exception exception, string store);

    [LoggerMessage(2, LogLevel.Warning, "An answer in store {Store} did not begin in time; answering without the model")]
    private partial void LogTooSlow(string store);

    private sealed record Activation(
        string Store, ConversationJournal Journal, ConversationFeed Feed, EventTail Tail, TurnRunner Turns, DateTimeOffset OpenedAt, Viewers Viewers);
}
