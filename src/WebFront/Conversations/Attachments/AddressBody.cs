namespace SupportPlatform.Conversations;

/// <summary>A page of the web that the customer asks about.</summary>
public sealed record AddressBody
{
    /// <summary>Its address: http or https, at most 2,000 characters.</summary>
    public required string Url { get; init; }

    /// <summary>The client's own id of the attachment, 1 to 100 characters; repeating it adds nothing new.</summary>
    public string? ClientAttachmentId { get; init; }
}
