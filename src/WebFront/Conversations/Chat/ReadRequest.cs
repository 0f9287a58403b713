namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>read</c> is called with.</summary>
internal sealed record ReadRequest
{
    /// <summary>The number that the events come after.</summary>
    public long After { get; init; }

    /// <summary>How many numbers are looked through at most, 1 to 500.</summary>
    public int Limit { get; init; } = Limits.DefaultPage;
}
