namespace SupportPlatform.Conversations;

/// <summary>The lists that agents work through. Except where it says so, what is snoozed or spam is in none of them.</summary>
[GenerateSerializer, Alias("support.conversations.inbox-view")]
public enum InboxView
{
    /// <summary>The agent has the floor.</summary>
    Mine,

    /// <summary>Waits for a person, at any desk; the next one first.</summary>
    Waiting,

    /// <summary>Waits for a person at a desk of the agent's; the next one first.</summary>
    Unassigned,

    /// <summary>The assistant has the floor and nobody is wanted.</summary>
    Assistant,

    /// <summary>Another agent has the floor.</summary>
    Others,

    /// <summary>Everything that is not resolved.</summary>
    All,

    /// <summary>Put aside until a time.</summary>
    Snoozed,

    /// <summary>Closed until somebody writes again.</summary>
    Resolved,

    /// <summary>Marked as spam.</summary>
    Spam,

    /// <summary>A note names the agent, and it is not resolved.</summary>
    Mentions,
}
