namespace SupportPlatform.Conversations;

/// <summary>Makes an uploaded file an attachment.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.add-attachment")]
public sealed record AddAttachment
{
    /// <summary>The upload's id.</summary>
    [Id(0)] public required Guid Upload { get; init; }

    /// <summary>The file's name: shown, and never used as a path.</summary>
    [Id(1)] public required string FileName { get; init; }

    /// <summary>The file's length in bytes, as the sender counted it.</summary>
    [Id(2)] public required long Bytes { get; init; }

    /// <summary>The client's own id of the attachment, 1 to 100 characters; repeating it adds nothing new.</summary>
    [Id(3)] public string? ClientAttachmentId { get; init; }
}
