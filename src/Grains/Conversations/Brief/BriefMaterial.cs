using System.Collections.Immutable;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// What a brief is made of: a fold over the log, bounded whatever the log's length, so that each event is read once.
/// </summary>
internal sealed record BriefMaterial
{
    private const int MostMessages = 60;
    private const int MostFacts = 20;
    private const int LongestText = 2_000;

    /// <summary>Nothing read yet.</summary>
    public static BriefMaterial Empty { get; } = new();

    /// <summary>The number of the last event read.</summary>
    public long Through { get; private init; }

    /// <summary>The last messages since the conversation was reopened last, oldest first.</summary>
    public ImmutableArray<BriefMessage> Messages { get; private init; } = [];

    /// <summary>What the customer told, the latest last.</summary>
    public ImmutableArray<BriefFact> Facts { get; private init; } = [];

    /// <summary>The person that was asked for last, since the conversation was reopened last.</summary>
    public EscalationRequested? Escalation { get; private init; }

    /// <summary>The name of the agent who has the floor.</summary>
    public string? Agent { get; private init; }

    /// <summary>Whether the conversation is closed.</summary>
    public bool IsResolved { get; private init; }

    /// <summary>The customer's messages that nobody has answered, oldest first.</summary>
    public IEnumerable<BriefMessage> Pending =>
        Messages.Skip(Messages.ToList().FindLastIndex(Answers) + 1).Where(m => m.Role == MessageRole.Customer);

    /// <summary>Whether a message answers what the customer asked.</summary>
    public static bool Answers(BriefMessage message) =>
        message.Role == MessageRole.Agent || (message.Role == MessageRole.Assistant && message.Outcome is null or Outcomes.Answered);

    /// <summary>The material after further events, oldest first.</summary>
    public BriefMaterial After(IEnumerable<LoggedEvent> events) =>
        events.Aggregate(this, (material, e) => material.After(e) with { Through = e.Seq });

    private BriefMaterial After(LoggedEvent e) => e.Type switch
    {
        EventTypes.MessagePosted => After(EventFormat.ReadMessage(e.Data)),
        EventTypes.TurnCompleted => Change(EventFormat.ReadCompleted(e.Data, null) is var done ? done.MessageId : "", m => m with { Outcome = done.Outcome }),
        EventTypes.Rated when EventFormat.Read<Rated>(e.Data) is { MessageId: { } id } rated => Change(id, m => m with { Score = rated.Score }),
        EventTypes.ConversationStarted or EventTypes.ContactIdentified when e.StaffData is { } data => Known(EventFormat.Read<IdentityDetails>(data)),
        EventTypes.FormSubmitted when e.StaffData is { } data => Filled(EventFormat.Read<FormAnswers>(data)),
        EventTypes.EscalationRequested => this with { Escalation = EventFormat.Read<EscalationRequested>(e.Data) },
        EventTypes.AgentJoined => this with { Agent = EventFormat.Read<AgentJoined>(e.Data).AgentName },
        EventTypes.AgentLeft => this with { Agent = null },
        EventTypes.Resolved => this with { IsResolved = true, Agent = null },

        // What was said before belongs to another matter; who the customer is does not.
        EventTypes.Reopened => this with { IsResolved = false, Messages = [], Escalation = null },
        _ => this,
    };

    private BriefMaterial After(MessagePosted posted)
    {
        var message = new BriefMessage(
            posted.MessageId, posted.Role, PlainCut.Of(posted.Text, LongestText), posted.Author, [.. posted.Citations.Select(c => c.Title).Distinct(StringComparer.Ordinal)]);

        // What is said outside a turn is that the conversation was passed on.
        if (posted is { Role: MessageRole.Assistant, TurnId: null }) message = message with { Outcome = Outcomes.Handoff };
        var told = this with { Messages = [.. Messages.TakeLast(MostMessages - 1), message] };
        return posted.Role == MessageRole.Customer ? told.Told(BriefFacts.In(message.Text)) : told;
    }

    private BriefMaterial Known(IdentityDetails identity) => Told(
        new (string Label, string? Value)[] { ("name", identity.Name), ("email", identity.Email) }
            .Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new BriefFact { Label = f.Label, Value = f.Value! }));

    private BriefMaterial Filled(FormAnswers answers) => Told(
        answers.Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => new BriefFact { Label = v.Key, Value = PlainCut.Of(v.Value, 200) }));

    private BriefMaterial Told(IEnumerable<BriefFact> facts)
    {
        var all = Facts;
        foreach (var fact in facts)
            if (!all.Any(f => f.Label == fact.Label && string.Equals(f.Value, fact.Value, StringComparison.OrdinalIgnoreCase))) all = all.Add(fact);
        return all.Length == Facts.Length ? this : this with { Facts = [.. all.TakeLast(MostFacts)] };
    }

    private BriefMaterial Change(string messageId, Func<BriefMessage, BriefMessage> change) =>
        this with { Messages = [.. Messages.Select(m => m.Id == messageId ? change(m) : m)] };
}
