namespace SupportPlatform.Conversations;

/// <summary>What was committed.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.post-receipt")]
public sealed record PostReceipt
{
    /// <summary>The number of the event that the command appended.</summary>
    [Id(0)] public required long Seq { get; init; }

    /// <summary>Whether the command had been carried out before, and this is the first receipt again.</summary>
    [Id(1)] public bool Duplicate { get; init; }
}
