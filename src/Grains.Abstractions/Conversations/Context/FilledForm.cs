using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A form as a customer filled it in.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.filled-form")]
public sealed record FilledForm
{
    /// <summary>The form's id.</summary>
    [Id(0)] public required string FormId { get; init; }

    /// <summary>What was written, by field name; empty where the customer went on without it.</summary>
    [Id(1)] public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }
}
