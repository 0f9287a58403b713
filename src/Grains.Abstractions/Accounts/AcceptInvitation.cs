namespace SupportPlatform.Accounts;

/// <summary>Somebody accepts an invitation.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.accept-invitation")]
public sealed record AcceptInvitation
{
    /// <summary>The invitation's secret.</summary>
    [Id(0)] public required string Token { get; init; }

    /// <summary>The person's name, 1 to 60 characters; null: the agent's.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>The address of the first account; only for the set-up.</summary>
    [Id(2)] public string? Email { get; init; }

    /// <summary>The hash of the new password; null where the person has signed in with the account's.</summary>
    [Id(3)] public string? PasswordHash { get; init; }
}
