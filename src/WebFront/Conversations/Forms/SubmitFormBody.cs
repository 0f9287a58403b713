using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Forms;

/// <summary>A customer's answer to a form.</summary>
public sealed record SubmitFormBody
{
    /// <summary>The answers by field name.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the customer agreed to what the form asks to agree to.</summary>
    public bool Consent { get; init; }

    /// <summary>The customer goes on without it.</summary>
    public bool Skipped { get; init; }
}
