using SupportPlatform.Agents;

namespace SupportPlatform.Demo;

/// <summary>Somebody who works in the demo store.</summary>
/// <param name="Id">The agent's id.</param>
/// <param name="Profile">What the store says of the agent.</param>
internal sealed record DemoPerson(string Id, AgentProfile Profile)
{
    /// <summary>The address that the person signs in with.</summary>
    public string Email => Profile.Email!;
}
