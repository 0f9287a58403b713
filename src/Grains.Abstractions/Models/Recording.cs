using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>A spoken message.</summary>
[GenerateSerializer, Immutable, Alias("support.models.recording")]
public sealed record Recording
{
    /// <summary>WebM, Ogg, MP4, MP3, WAV or FLAC, at most 5,000,000 bytes.</summary>
    [Id(0)] public required ImmutableArray<byte> Data { get; init; }
}
