using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;
using Decision = SupportPlatform.Conversations.Decision;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>Carries decisions out as the journal does, without a database.</summary>
internal sealed class RulesDriver
{
    private int _ids;

    public RulesDriver(DateTimeOffset now)
    {
        Now = now;
        State = ConversationRules.Begin(new StartConversation { ContactId = "c-1" }, now);
        Apply(ConversationRules.Start(State));
    }

    public DateTimeOffset Now { get; set; }

    public ConversationState State { get; set; }

    public List<ConversationEvent> Events { get; } = [];

    public DateTimeOffset? Due { get; private set; }

    public IEnumerable<string> Types => Events.Select(e => e.Type);

    public StoreSettings Settings { get; set; } = new() { Name = "A shop", AssistantName = "Robin" };

    public bool Apply(Decision decision)
    {
        decision = DraftRules.WithStale(State, decision);
        if (decision.IsNothing) return false;
        State = ConversationRules.Apply(State, decision, Now);
        Events.AddRange(decision.Events);
        foreach (var due in decision.Dues.Where(d => d.Kind == DueKinds.Answer)) Due = due.DueAt;
        return true;
    }

    public void Post(string text) => Apply(ConversationRules.Post(
        State, new PostMessage { ClientMessageId = NewId(), Text = text }, NewId(), Now.AddSeconds(20)));

    public string StartTurn()
    {
        var id = NewId();
        Apply(ConversationRules.StartTurn(State, id));
        return id;
    }

    public bool Complete(string turnId, string outcome = Outcomes.Answered) =>
        Apply(DraftRules.Complete(State, turnId, Result(outcome), NewId(), Settings, Now));

    public bool Fail(string turnId) => Apply(ConversationRules.FailTurn(State, turnId, 3));

    public bool AnswerInstead() =>
        Apply(DraftRules.AnswerInstead(State, NewId(), Result(Outcomes.Handoff), NewId(), Settings, Now));

    public bool SetApproval(bool required) => Apply(DraftRules.SetApproval(
        State, new SetApproval { AgentId = "ada", AgentName = "Ada", Required = required }, Now.AddSeconds(20)));

    public bool Approve(string draftId, string? text = null) => Apply(DraftRules.Approve(
        State, new ApproveDraft { DraftId = draftId, AgentId = "ada", AgentName = "Ada", Text = text }, NewId()));

    public bool Reject(string draftId, string? guidance = null) => Apply(DraftRules.Reject(
        State, new RejectDraft { DraftId = draftId, AgentId = "ada", AgentName = "Ada", Guidance = guidance }, Result(Outcomes.Handoff), NewId(), Now.AddSeconds(20)));

    public bool Expire(string draftId) => Apply(DraftRules.Expire(
        State, draftId, Result(Outcomes.Handoff) with { Text = "Passed on.", Escalation = new Escalate { Reason = EscalationReasons.Policy } }, NewId()));

    public bool Whisper(string text, bool isShown) => Apply(GuidanceRules.Whisper(
        State, new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = NewId(), Text = text }, isShown, Now.AddSeconds(20)));

    public bool Claim(string agent, AgentSlot? slot = null) =>
        Apply(FloorRules.Claim(State, new ClaimConversation { AgentId = agent, AgentName = agent }, slot));

    public bool Transfer(string by, string to, AgentSlot slot, bool anybodys = false) => Apply(FloorRules.Transfer(
        State, new TransferConversation { AgentId = to, By = Member(by) }, anybodys, (new AgentJoined { AgentId = to, AgentName = to }, slot)));

    public bool TransferToDesk(string by, string desk, bool anybodys = false) =>
        Apply(FloorRules.Transfer(State, new TransferConversation { Desk = desk, By = Member(by) }, anybodys, null));

    public bool Snooze(TimeSpan? time) => Apply(InboxRules.Snooze(State, time is { } t ? Now + t : null, Member("ada")));

    public bool Wake() => Apply(InboxRules.Wake(State, Now));

    public bool SetSpam(bool isSpam) => Apply(InboxRules.SetSpam(State, isSpam, Member("ada"), Now.AddSeconds(20)));

    public void Write(string agent) => Apply(FloorRules.Post(
        State, new PostAgentMessage { AgentId = agent, AgentName = agent, ClientMessageId = NewId(), Text = "text" }, NewId()));

    public bool Release(string agent, string? desk) =>
        Apply(FloorRules.Release(State, new ReleaseConversation { AgentId = agent, Desk = desk }, Now.AddSeconds(20)));

    private static StaffMember Member(string id) => new() { AgentId = id, Name = id };

    private static TurnResult Result(string outcome) => new()
    {
        Text = "An answer.",
        Outcome = outcome,
        Confidence = 0.9,
        Trace = new TurnTrace { Model = "test", PromptId = "answer/1", PromptHash = "0" },
    };

    private string NewId() => $"id-{++_ids}";
}
