using Microsoft.AspNetCore.SignalR;
using SupportPlatform.Agents;

namespace SupportPlatform.Conversations.Staff;

/// <summary>What a socket of staff has; used by one call at a time.</summary>
internal sealed class StaffSocket(HubConnectionContext connection)
{
    /// <summary>The socket.</summary>
    public HubConnectionContext Connection { get; } = connection;

    /// <summary>The conversations that it has open.</summary>
    public Dictionary<ConversationKey, OpenConversation> Open { get; } = [];

    /// <summary>The store that it watches.</summary>
    public StaffWatch? Watch { get; set; }

    /// <summary>The profile that was looked up last, so that a word each few seconds costs no query.</summary>
    public (string Store, string AgentId, AgentProfile? Profile)? Profile { get; set; }
}
