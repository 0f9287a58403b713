namespace SupportPlatform.Conversations;

/// <summary>For whom a conversation is shown. Notes, drafts and traces never enter the customers' stream.</summary>
[GenerateSerializer, Alias("support.conversations.audience")]
public enum Audience
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Human agents, supervisors and administrators.</summary>
    Staff,
}
