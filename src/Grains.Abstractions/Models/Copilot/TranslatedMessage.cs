namespace SupportPlatform.Models;

/// <summary>A message in another language.</summary>
[GenerateSerializer, Immutable, Alias("support.models.translated-message")]
public sealed record TranslatedMessage
{
    /// <summary>The number of its event.</summary>
    [Id(0)] public required long Seq { get; init; }

    /// <summary>The translation.</summary>
    [Id(1)] public required string Text { get; init; }
}
