namespace SupportPlatform.Conversations.Events;

/// <summary>What staff may know of a conversation's beginning.</summary>
internal sealed record StartDetails : IdentityDetails
{
    /// <summary>The beginning of a conversation of a contact, of whom something may be known.</summary>
    public StartDetails(PageVisit? page, IdentityDetails? identity)
        : base(identity ?? new IdentityDetails()) => Page = page;

    /// <summary>For the reader of JSON.</summary>
    [System.Text.Json.Serialization.JsonConstructor]
    public StartDetails()
    {
    }

    /// <summary>Where the customer began to write.</summary>
    public PageVisit? Page { get; init; }
}
