namespace SupportPlatform.Accounts;

/// <summary>An invitation that was not used yet.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.invitation-view")]
public sealed record InvitationView
{
    /// <summary>What it is for.</summary>
    [Id(0)] public required InvitationPurpose Purpose { get; init; }

    /// <summary>The invited address; null for the set-up, which asks for it.</summary>
    [Id(1)] public string? Email { get; init; }

    /// <summary>The name of the agent that the person becomes.</summary>
    [Id(2)] public string? Name { get; init; }

    /// <summary>Whether a new password is chosen; if not, the person signs in with the one that the account has.</summary>
    [Id(3)] public required bool NeedsPassword { get; init; }
}
