using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>Questions to a customer that have a form: a name, an address, a choice.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.form")]
public sealed record Form
{
    /// <summary>Its id, 1 to 100 characters.</summary>
    [Id(0)] public required string FormId { get; init; }

    /// <summary>Its headline, at most 120 characters.</summary>
    [Id(1)] public string? Title { get; init; }

    /// <summary>Why it is asked, at most 500 characters.</summary>
    [Id(2)] public string? Text { get; init; }

    /// <summary>What is asked, 1 to 12 fields.</summary>
    [Id(3)] public required ImmutableArray<FormField> Fields { get; init; }

    /// <summary>Whether the customer may go on without it.</summary>
    [Id(4)] public bool Skippable { get; init; }

    /// <summary>What the customer agrees to; null for nothing.</summary>
    [Id(5)] public FormConsent? Consent { get; init; }
}
