using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>What became of a customer's answer to a form.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.form-receipt")]
public sealed record FormReceipt
{
    /// <summary>Whether it was kept; false when it was answered already or has errors.</summary>
    [Id(0)] public required bool Changed { get; init; }

    /// <summary>
    /// What is wrong by field name (<c>consent</c> for the agreement): <c>required</c>, <c>too_long</c>, <c>not_an_option</c>,
    /// <c>not_an_email</c> or <c>not_a_phone_number</c>; empty when nothing is.
    /// </summary>
    [Id(1)] public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;
}
