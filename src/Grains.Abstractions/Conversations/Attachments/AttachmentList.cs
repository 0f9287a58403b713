using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>The attachments of a conversation.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.attachment-list")]
public sealed record AttachmentList
{
    /// <summary>The attachments, oldest first.</summary>
    [Id(0)] public required ImmutableArray<AttachmentView> Attachments { get; init; }
}
