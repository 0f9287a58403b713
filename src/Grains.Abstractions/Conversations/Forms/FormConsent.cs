namespace SupportPlatform.Conversations;

/// <summary>What a customer agrees to with a form.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.form-consent")]
public sealed record FormConsent
{
    /// <summary>The words agreed to, 1 to 500 characters.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>Where it is explained, an https address.</summary>
    [Id(1)] public string? Url { get; init; }

    /// <summary>Whether the form counts only with it.</summary>
    [Id(2)] public bool Required { get; init; }
}
