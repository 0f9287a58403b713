namespace SupportPlatform.Accounts;

/// <summary>What an invitation is for.</summary>
[GenerateSerializer, Alias("support.accounts.invitation-purpose")]
public enum InvitationPurpose
{
    /// <summary>Makes the first account, owner of every store there is.</summary>
    SetUp,

    /// <summary>Lets the person work as an agent of a store.</summary>
    Invite,
}
