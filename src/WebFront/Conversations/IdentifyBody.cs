namespace SupportPlatform.Conversations;

/// <summary>Whose conversation it was before its customer was known.</summary>
public sealed record IdentifyBody
{
    /// <summary>The visitor's token, as it was issued when the conversation began.</summary>
    public required string VisitorToken { get; init; }
}
