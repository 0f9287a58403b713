namespace SupportPlatform.Conversations;

/// <summary>What a customer gave to a conversation beside text. Nobody but that conversation ever uses it.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.attachment-view")]
public sealed record AttachmentView
{
    /// <summary>Its id, unique within the conversation.</summary>
    [Id(0)] public required string AttachmentId { get; init; }

    /// <summary>What it is; see <see cref="AttachmentKinds"/>.</summary>
    [Id(1)] public required string Kind { get; init; }

    /// <summary>The file's name, or the page's address.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>What it is as a media type: of an image by its bytes, of a file by its name.</summary>
    [Id(3)] public required string MediaType { get; init; }

    /// <summary>Its length in bytes; 0 for a page.</summary>
    [Id(4)] public required long Bytes { get; init; }

    /// <summary>A page's address.</summary>
    [Id(5)] public string? Url { get; init; }

    /// <summary>How far it is; see <see cref="Knowledge.SourceStatuses"/>. Images are <c>ready</c> at once.</summary>
    [Id(6)] public required string Status { get; init; }

    /// <summary>Why it cannot be read, as a stable code; null where it can.</summary>
    [Id(7)] public string? Code { get; init; }

    /// <summary>Why it cannot be read and what to do about it.</summary>
    [Id(8)] public string? Detail { get; init; }

    /// <summary>The title that it gives itself, once it is read.</summary>
    [Id(9)] public string? Title { get; init; }

    /// <summary>An image's width in pixels.</summary>
    [Id(10)] public int? Width { get; init; }

    /// <summary>An image's height in pixels.</summary>
    [Id(11)] public int? Height { get; init; }
}
