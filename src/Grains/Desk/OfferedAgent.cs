using SupportPlatform.Agents;

namespace SupportPlatform.Desk;

/// <summary>An agent while a desk decides, with what it has offered so far.</summary>
internal sealed class OfferedAgent(StoredAgent agent)
{
    private int _offers = agent.Offers;

    /// <summary>The agent's id.</summary>
    public string Id => agent.Id;

    /// <summary>What the agent has, with what is offered.</summary>
    public int Load => agent.Conversations + _offers;

    /// <summary>How many more can be offered.</summary>
    public int Free => agent.Profile.Slots - Load;

    /// <summary>When something was offered last; the agents of one decision one after another.</summary>
    public DateTimeOffset LastOffer { get; private set; } = agent.OfferedAt ?? DateTimeOffset.MinValue;

    /// <summary>Whether the agent writes a language.</summary>
    public bool Writes(string language) => agent.Profile.Languages.IsEmpty || agent.Profile.Languages.Contains(language);

    /// <summary>Whether the agent is good at something.</summary>
    public bool Knows(string skill) => agent.Profile.Skills.Contains(skill);

    /// <summary>One more is offered.</summary>
    public void Offer(DateTimeOffset now)
    {
        _offers++;
        LastOffer = now > LastOffer ? now : LastOffer.AddTicks(1);
    }

    /// <summary>What was offered goes to somebody else.</summary>
    public void Withdraw() => _offers--;
}
