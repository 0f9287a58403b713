namespace SupportPlatform.Accounts;

/// <summary>Whose account an accepted invitation was for.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.accepted-invitation")]
public sealed record AcceptedInvitation
{
    /// <summary>The account's address.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>The generation of its password.</summary>
    [Id(1)] public required long Generation { get; init; }
}
