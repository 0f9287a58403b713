using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>One question of a form.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.form-field")]
public sealed record FormField
{
    /// <summary>Its name among the values, 1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>What the customer reads, 1 to 120 characters.</summary>
    [Id(1)] public required string Label { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    [Id(2)] public FormFieldType Type { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    [Id(3)] public bool Required { get; init; }

    /// <summary>The choices of a <see cref="FormFieldType.Select"/>, at most 50 of 100 characters.</summary>
    [Id(4)] public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The longest answer in UTF-16 units, 1 to 2,000; null for 200, or 2,000 of a <see cref="FormFieldType.Textarea"/>.</summary>
    [Id(5)] public int? MaxLength { get; init; }
}
