using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Stores;
using Decision = SupportPlatform.Conversations.Decision;

namespace SupportPlatform.Grains.Tests.Conversations.Sla;

/// <summary>Carries decisions out as the journal does, with the clocks.</summary>
internal sealed class SlaDriver(DateTimeOffset now, StoreSettings settings)
{
    public DateTimeOffset Now { get; private set; } = now;

    public ConversationState State { get; private set; } = ConversationRules.Begin(new StartConversation { ContactId = "c-1" }, now);

    public List<ConversationEvent> Events { get; } = [];

    public DateTimeOffset? Due { get; private set; }

    public IEnumerable<SlaBreached> Breaches => Events.OfType<SlaBreached>();

    public SlaClock Clock(string name) => State.Sla!.Clocks.Single(c => c.Name == name);

    public void Do(ConversationEvent e, int minutesLater = 0) => Do(new Decision([e], []), minutesLater);

    public void Do(Decision decision, int minutesLater = 0)
    {
        Now += TimeSpan.FromMinutes(minutesLater);
        if (SlaRules.Concerns(State, decision)) (decision, State) = SlaRules.Keep(State, decision, settings, Now);
        else State = ConversationRules.Apply(State, decision, Now);
        Events.AddRange(decision.Events);
        foreach (var due in decision.Dues.Where(d => d.Kind == DueKinds.Sla)) Due = due.DueAt;
    }
}
