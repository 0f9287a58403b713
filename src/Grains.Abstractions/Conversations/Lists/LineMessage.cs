namespace SupportPlatform.Conversations;

/// <summary>
/// The last message of a conversation, in a list; as long as a person is wanted, or has not written yet, the customer's last one.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.line-message")]
public sealed record LineMessage
{
    /// <summary>A <see cref="MessageRole"/>.</summary>
    [Id(0)] public required string Role { get; init; }

    /// <summary>The name of who said it, where it is not the customer.</summary>
    [Id(1)] public string? Author { get; init; }

    /// <summary>How it begins, at most 160 UTF-16 units.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>When it was said.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }
}
