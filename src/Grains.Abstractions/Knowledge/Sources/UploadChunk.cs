using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A piece of a file that is being uploaded.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.upload-chunk")]
public sealed record UploadChunk
{
    /// <summary>The upload's id, chosen by the sender.</summary>
    [Id(0)] public required Guid Upload { get; init; }

    /// <summary>Where the piece begins, in bytes; pieces are sent in order.</summary>
    [Id(1)] public required long Offset { get; init; }

    /// <summary>The bytes, at most 1 MiB.</summary>
    [Id(2)] public required ImmutableArray<byte> Data { get; init; }
}
