namespace SupportPlatform.Conversations;

/// <summary>Something that the customer told.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.brief-fact")]
public sealed record BriefFact
{
    /// <summary><c>order</c>, <c>product</c>, <c>email</c>, <c>phone</c>, <c>amount</c>, <c>date</c>, <c>name</c>, or the name of a form's field.</summary>
    [Id(0)] public required string Label { get; init; }

    /// <summary>As the customer wrote it.</summary>
    [Id(1)] public required string Value { get; init; }
}
