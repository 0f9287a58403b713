using System.Collections.Immutable;

namespace SupportPlatform.Accounts;

/// <summary>A session that is good at this moment.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.session-view")]
public sealed record SessionView
{
    /// <summary>What the session is known by inside, for as long as it lasts; no secret.</summary>
    [Id(0)] public required string Key { get; init; }

    /// <summary>The account's address.</summary>
    [Id(1)] public required string Address { get; init; }

    /// <summary>The account's name.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>What requests that change something prove with that a page of ours makes them.</summary>
    [Id(3)] public required string Csrf { get; init; }

    /// <summary>Whether signing in needs a second factor.</summary>
    [Id(4)] public required bool HasTwoFactor { get; init; }

    /// <summary>Whether the secret id is old, or its successor was lost, so that a new one is due.</summary>
    [Id(5)] public required bool IsRotationDue { get; init; }

    /// <summary>Where the account's person works, by store.</summary>
    [Id(6)] public required ImmutableArray<Membership> Memberships { get; init; }
}
