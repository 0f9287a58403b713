namespace SupportPlatform.Knowledge;

/// <summary>How answers fared.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.effect-figures")]
public sealed record EffectFigures
{
    /// <summary>How many there are.</summary>
    [Id(0)] public required long Answers { get; init; }

    /// <summary>How many of them, or of their conversations, were rated.</summary>
    [Id(1)] public required long Ratings { get; init; }

    /// <summary>The mean rating, 1 to 5, with Student's interval; null for fewer than 2 ratings.</summary>
    [Id(2)] public Estimate? MeanRating { get; init; }

    /// <summary>After which share of them a person was offered or came in, 0 to 1, with Wilson's interval; null for no answers.</summary>
    [Id(3)] public Estimate? HandoffRate { get; init; }
}
