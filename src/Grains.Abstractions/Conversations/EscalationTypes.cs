namespace SupportPlatform.Conversations;

/// <summary>What kind of help a conversation wants, as on the wire.</summary>
public static class EscalationTypes
{
    public const string Technical = "technical";
    public const string Billing = "billing";
    public const string Complaint = "complaint";
    public const string Sales = "sales";
    public const string Urgent = "urgent";
    public const string Other = "other";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Technical, Billing, Complaint, Sales, Urgent, Other];
}
