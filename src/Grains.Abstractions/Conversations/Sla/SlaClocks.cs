using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>The names of the clocks that run while people are wanted.</summary>
public static class SlaClocks
{
    /// <summary>From the wish for a person to an agent's first message.</summary>
    public const string FirstResponse = "first-response";

    /// <summary>From a customer's message to the agent's next one.</summary>
    public const string NextResponse = "next-response";

    /// <summary>From the wish for a person to the end; it stands while the conversation is put aside.</summary>
    public const string Resolution = "resolution";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [FirstResponse, NextResponse, Resolution];
}
