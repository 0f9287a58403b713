namespace SupportPlatform.Desk;

/// <summary>How a desk finds an agent for a conversation that waits.</summary>
[GenerateSerializer, Alias("support.desk.desk-assignment")]
public enum DeskAssignment
{
    /// <summary>Agents claim what they like.</summary>
    Manual,

    /// <summary>It is offered to the agent whose last offer is the longest ago.</summary>
    RoundRobin,

    /// <summary>It is offered to the agent with the fewest conversations.</summary>
    LeastBusy,
}
