namespace SupportPlatform.Accounts;

/// <summary>What came of the beginning of a session.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.session-start")]
public sealed record SessionStart
{
    /// <summary>The session's secret id; null when none has begun.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>Whether the code of the second factor is missing. If not, and none has begun, the code or the password is wrong.</summary>
    [Id(1)] public bool NeedsCode { get; init; }
}
