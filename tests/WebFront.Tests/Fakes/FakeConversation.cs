using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>A conversation in memory whose log, live text and interruptions the test decides.</summary>
internal sealed class FakeConversation(ConversationKey key) : IConversationGrain
{
    private readonly Lock _gate = new();
    private readonly List<LoggedEvent> _events = [];
    private readonly Dictionary<string, long> _posted = [];
    private TaskCompletionSource _pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _abort = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _turnId;
    private string _text = "";
    private string? _status;
    private bool _agentTypes;
    private Form? _form;
    private ClaimConversation? _agent;

    /// <summary>Who may see it; null until it is started.</summary>
    public string? ContactId { get; private set; }

    /// <summary>How many follows have been begun, and how many run.</summary>
    public int Follows { get; private set; }

    /// <summary>How many follows run now.</summary>
    public int Following { get; private set; }

    /// <summary>How many pages have been read.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the customer types, as last said.</summary>
    public bool CustomerTypes { get; private set; }

    /// <summary>How often a turn was cancelled.</summary>
    public int Cancels { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long LastSeq
    {
        get
        {
            lock (_gate) return _events.Count;
        }
    }

    /// <summary>Every event.</summary>
    public ImmutableArray<LoggedEvent> Events
    {
        get
        {
            lock (_gate) return [.. _events];
        }
    }

    /// <summary>Appends an event.</summary>
    public long Append(string type, object data) => Append(type, JsonSerializer.Serialize(data));

    /// <summary>Appends an event whose data is this JSON.</summary>
    public long Append(string type, string json)
    {
        lock (_gate)
        {
            var at = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero).AddSeconds(_events.Count);
            _events.Add(new LoggedEvent { Seq = _events.Count + 1, Type = type, At = at, Data = json });
            if (type is EventTypes.TurnCompleted or EventTypes.TurnCancelled or EventTypes.TurnFailed) _turnId = null;
        }

        Pulse();
        return LastSeq;
    }

    /// <summary>Begins a turn.</summary>
    public void Begin(string turnId)
    {
        Append(EventTypes.TurnStarted, new { turnId });
        lock (_gate) (_turnId, _text, _status) = (turnId, "", null);
        Pulse();
    }

    /// <summary>Writes into the running turn.</summary>
    public void Write(string text)
    {
        lock (_gate) _text += text;
        Pulse();
    }

    /// <summary>Says what the running turn does.</summary>
    public void SetStatus(string status)
    {
        lock (_gate) _status = status;
        Pulse();
    }

    /// <summary>Says whether an agent types.</summary>
    public void AgentTypes(bool isTyping)
    {
        lock (_gate) _agentTypes = isTyping;
        Pulse();
    }

    /// <summary>Ends the running turn with its text, or another.</summary>
    public void Complete(string? text = null, params string[] actions)
    {
        string turnId;
        lock (_gate)
        {
            turnId = _turnId!;
            text ??= _text;
        }

        Append(EventTypes.MessagePosted, new { messageId = turnId + "-m", role = "assistant", author = "Kes", text, turnId, citations = Array.Empty<object>(), actions });
        Append(EventTypes.TurnCompleted, new { turnId, outcome = "answered" });
    }

    /// <summary>Ends all follows as a deactivation would.</summary>
    public void Abort()
    {
        TaskCompletionSource old;
        lock (_gate) (old, _abort) = (_abort, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        old.SetResult();
    }

    public Task<PostReceipt> Start(StartConversation command, CancellationToken cancellationToken = default)
    {
        if (ContactId is not null) return Task.FromResult(new PostReceipt { Seq = 1, Duplicate = true });
        ContactId = command.ContactId;
        return Task.FromResult(new PostReceipt { Seq = Append(EventTypes.ConversationStarted, new { contactId = ContactId, channel = command.Channel }) });
    }

    public Task<PostReceipt> Post(PostMessage command, CancellationToken cancellationToken = default)
    {
        Authorize();
        if (string.IsNullOrWhiteSpace(command.Text) && command.Attachments.IsDefaultOrEmpty) throw new SupportException(ProblemCodes.MessageEmpty, "The message has no text.");
        if (command.Text.Length > Limits.MessageLength) throw new SupportException(ProblemCodes.MessageTooLong, "The message is too long.");
        lock (_gate)
        {
            if (_posted.TryGetValue(command.ClientMessageId, out var seq)) return Task.FromResult(new PostReceipt { Seq = seq, Duplicate = true });
        }

        var appended = Append(
            EventTypes.MessagePosted,
            new { messageId = Guid.NewGuid().ToString("N"), role = "customer", text = command.Text, clientMessageId = command.ClientMessageId, attachments = command.Attachments });
        lock (_gate) _posted[command.ClientMessageId] = appended;
        return Task.FromResult(new PostReceipt { Seq = appended });
    }

    public async IAsyncEnumerable<Frame> Follow(
        long after, Audience audience, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Authorize();
        Task abort;
        lock (_gate)
        {
            Follows++;
            Following++;
            abort = _abort.Task;
        }

        try
        {
            var (turn, offset, status, typing, viewers) = ((string?)null, 0, (string?)null, false, ImmutableArray<Viewer>.Empty);
            while (true)
            {
                var frames = new List<Frame>();
                Task next;
                lock (_gate)
                {
                    next = _pulse.Task;
                    foreach (var e in _events.Where(e => e.Seq > after && EventTypes.IsVisible(e.Type, audience))) frames.Add(new Frame { Kind = FrameKind.Event, Event = e });
                    after = _events.Count;
                    if (typing != _agentTypes) frames.Add(new Frame { Kind = FrameKind.Typing, Role = MessageRole.Agent, IsTyping = typing = _agentTypes });
                    if (audience == Audience.Staff && viewers != Viewers) frames.Add(new Frame { Kind = FrameKind.Viewers, Viewers = viewers = Viewers });
                    if (_turnId is not null)
                    {
                        if (turn != _turnId) (turn, offset, status) = (_turnId, 0, null);
                        if (status != _status) frames.Add(new Frame { Kind = FrameKind.Status, TurnId = turn, Text = status = _status });
                        if (_text.Length > offset)
                        {
                            frames.Add(new Frame { Kind = offset == 0 ? FrameKind.Snapshot : FrameKind.Delta, TurnId = turn, Offset = offset, Text = _text[offset..] });
                            offset = _text.Length;
                        }
                    }
                }

                foreach (var frame in frames) yield return frame;
                if (abort.IsCompleted) throw new EnumerationAbortedException("Deactivated.");
                await Task.WhenAny(next, abort).WaitAsync(cancellationToken);
                if (abort.IsCompleted) throw new EnumerationAbortedException("Deactivated.");
            }
        }
        finally
        {
            lock (_gate) Following--;
        }
    }

    public Task<EventPage> GetEvents(long after, int limit, Audience audience, CancellationToken cancellationToken = default)
    {
        Authorize();
        lock (_gate)
        {
            Pages++;
            var page = _events.Where(e => e.Seq > after).Take(limit).ToList();
            var through = page.Count > 0 ? page[^1].Seq : after;
            return Task.FromResult(new EventPage
            {
                Events = [.. page.Where(e => EventTypes.IsVisible(e.Type, audience))],
                Through = through,
                HasMore = through < _events.Count,
            });
        }
    }

    public Task<ConversationView> GetView(CancellationToken cancellationToken = default)
    {
        Authorize();
        lock (_gate)
        {
            return Task.FromResult(new ConversationView
            {
                ConversationId = key.PublicId,
                Status = ConversationStatus.WithAgent,
                LastSeq = _events.Count,
                Floor = 1,
                TurnId = _turnId,
                ContactId = ContactId!,
                Channel = "api",
                StartedAt = _events[0].At,
            });
        }
    }

    public Task SetTyping(bool isTyping, CancellationToken cancellationToken = default)
    {
        Authorize();
        CustomerTypes = isTyping;
        return Task.CompletedTask;
    }

    public Task<bool> CancelTurn(CancellationToken cancellationToken = default)
    {
        Authorize();
        Cancels++;
        return Task.FromResult(true);
    }

    public Task<bool> Resolve(CancellationToken cancellationToken = default)
    {
        Authorize();
        Append(EventTypes.Resolved, new { by = "customer" });
        return Task.FromResult(true);
    }

    public Task<bool> RequestForm(Form form, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        _form = form;
        Append(EventTypes.FormRequested, new { form.FormId });
        return Task.FromResult(true);
    }

    public Task<FormReceipt> SubmitForm(SubmitForm command, CancellationToken cancellationToken = default)
    {
        Authorize();
        if (_form?.FormId != command.FormId) throw new SupportException(ProblemCodes.FormNotFound, "This form is not asked.");
        var missing = _form.Fields.Where(f => f.Required && !command.Values.ContainsKey(f.Name)).ToImmutableDictionary(f => f.Name, _ => "required");
        if (missing.IsEmpty) Append(EventTypes.FormSubmitted, new { command.FormId });
        return Task.FromResult(new FormReceipt { Changed = missing.IsEmpty, Errors = missing });
    }

    public Task<bool> Escalate(Escalate command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        Append(EventTypes.EscalationRequested, new { command.Reason });
        return Task.FromResult(true);
    }

    public Task<bool> SetPlace(QueuePlace place, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task<ClaimReceipt> Claim(ClaimConversation command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        _agent ??= command;
        return Task.FromResult(new ClaimReceipt { Won = _agent.AgentId == command.AgentId, AgentId = _agent.AgentId, AgentName = _agent.AgentName, Seq = LastSeq });
    }

    public Task<bool> Release(ReleaseConversation command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        var had = _agent?.AgentId == command.AgentId;
        if (had) _agent = null;
        return Task.FromResult(had);
    }

    public Task<PostReceipt> PostAsAgent(PostAgentMessage command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        if (_agent?.AgentId != command.AgentId) throw new SupportException(ProblemCodes.NotYourConversation, "Claim it first.");
        return Task.FromResult(new PostReceipt { Seq = Append(EventTypes.MessagePosted, new { role = "agent", text = command.Text }) });
    }

    public Task<PostReceipt> AddNote(PostAgentMessage command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        return Task.FromResult(new PostReceipt { Seq = Append(EventTypes.NoteAdded, new { text = command.Text }) });
    }

    public Task<bool> Rate(RateAnswer command, CancellationToken cancellationToken = default)
    {
        Authorize();
        Append(EventTypes.Rated, new { messageId = command.MessageId, score = command.Score, comment = command.Comment });
        return Task.FromResult(true);
    }

    /// <summary>What staff did beside speaking, with the caller it was done for.</summary>
    public List<(Caller Caller, object Command)> Commands { get; } = [];

    /// <summary>Who of the staff has it open.</summary>
    public ImmutableArray<Viewer> Viewers { get; private set; } = [];

    public Task<bool> Transfer(TransferConversation command, CancellationToken cancellationToken = default) => Did(command);

    public Task<bool> Reopen(CancellationToken cancellationToken = default) => ReopenBy(new ReopenConversation(), cancellationToken);

    public Task<bool> ReopenBy(ReopenConversation command, CancellationToken cancellationToken = default) => Did(command);

    public Task<bool> Snooze(SnoozeConversation command, CancellationToken cancellationToken = default) => Did(command);

    public Task<bool> SetSpam(MarkSpam command, CancellationToken cancellationToken = default) => Did(command);

    public Task<bool> Tag(TagConversation command, CancellationToken cancellationToken = default) => Did(command);

    public Task<bool> SetPriority(SetPriority command, CancellationToken cancellationToken = default) => Did(command);

    public Task<ImmutableArray<Viewer>> See(SeeConversation command, CancellationToken cancellationToken = default)
    {
        AuthorizeStaff();
        lock (_gate) Viewers = command.Viewer is { } viewer ? [viewer] : [];
        Pulse();
        return Task.FromResult(Viewers);
    }

    public Task<bool> Identify(IdentifyContact command, CancellationToken cancellationToken = default)
    {
        var contact = CallerContext.Current!.ContactId!;
        if (ContactId == contact) return Task.FromResult(false);
        if (ContactId != command.VisitorId) throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        ContactId = contact;
        Append(EventTypes.ContactIdentified, new { contactId = contact });
        return Task.FromResult(true);
    }

    public Task WakeUp(string kind, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private Task<bool> Did(object command)
    {
        AuthorizeStaff();
        lock (_gate) Commands.Add((CallerContext.Current!, command));
        return Task.FromResult(true);
    }

    private void Authorize()
    {
        var caller = CallerContext.Current ?? throw new SupportException(ProblemCodes.AccessDenied, "No caller.");
        if (caller.Store is { } store && store != key.Store) throw new SupportException(ProblemCodes.WrongStore, "Another store.");
        if (ContactId is null || (caller.Kind == CallerKind.Visitor && caller.ContactId != ContactId))
            throw new SupportException(ProblemCodes.ConversationNotFound, string.Create(CultureInfo.InvariantCulture, $"There is no conversation {key}."));
    }

    private void AuthorizeStaff()
    {
        Authorize();
        if (CallerContext.Current!.Kind == CallerKind.Visitor) throw new SupportException(ProblemCodes.AccessDenied, "This is for staff.");
    }

    private void Pulse()
    {
        TaskCompletionSource old;
        lock (_gate) (old, _pulse) = (_pulse, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        old.TrySetResult();
    }
}
