using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A customer's answer to a form.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.submit-form")]
public sealed record SubmitForm
{
    /// <summary>The form that was asked.</summary>
    [Id(0)] public required string FormId { get; init; }

    /// <summary>The answers by field name, at most 12.</summary>
    [Id(1)] public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the customer agreed to what the form asks to agree to.</summary>
    [Id(2)] public bool Consent { get; init; }

    /// <summary>The customer goes on without it; then there are no values.</summary>
    [Id(3)] public bool Skipped { get; init; }
}
