namespace SupportPlatform.Conversations;

/// <summary>Makes a page of the web an attachment.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.add-address")]
public sealed record AddAddress
{
    /// <summary>Its address: http or https, at most 2,000 characters.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>The client's own id of the attachment, 1 to 100 characters; repeating it adds nothing new.</summary>
    [Id(1)] public string? ClientAttachmentId { get; init; }
}
