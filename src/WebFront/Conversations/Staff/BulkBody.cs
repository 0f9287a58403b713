using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Staff;

/// <summary>The same for many conversations.</summary>
public sealed record BulkBody
{
    /// <summary>The conversations' public ids, at most 100.</summary>
    public required ImmutableArray<string> ConversationIds { get; init; }

    /// <summary>What is done.</summary>
    public required BulkAction Action { get; init; }

    /// <summary>With what; see <see cref="BulkAction"/>.</summary>
    public string? Value { get; init; }

    /// <summary>Who does it; left out by staff who have signed in.</summary>
    public StaffMember? By { get; init; }
}
