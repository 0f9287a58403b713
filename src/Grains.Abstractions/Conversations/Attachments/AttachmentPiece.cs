using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A piece of an attachment's bytes.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.attachment-piece")]
public sealed record AttachmentPiece
{
    /// <summary>Whose bytes these are.</summary>
    [Id(0)] public required AttachmentView Attachment { get; init; }

    /// <summary>The bytes, at most 1 MiB; empty after the last.</summary>
    [Id(1)] public required ImmutableArray<byte> Data { get; init; }
}
