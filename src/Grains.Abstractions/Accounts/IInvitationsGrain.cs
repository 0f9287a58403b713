namespace SupportPlatform.Accounts;

/// <summary>
/// Invitations, each good once. The key is <see cref="PlatformKey.Invitations"/>; only the platform itself calls. Agents are
/// invited by <see cref="Agents.IAgentGrain.Invite"/>.
/// </summary>
[Alias("support.accounts.IInvitationsGrain")]
public interface IInvitationsGrain : IGrainWithStringKey
{
    /// <summary>The secret of a new invitation to set the platform up, which replaces the one before; null when it is set up.</summary>
    [Alias("InviteToSetUp")]
    Task<string?> InviteToSetUp(CancellationToken cancellationToken = default);

    /// <summary>An invitation that was not used yet, or null.</summary>
    [Alias("Find")]
    Task<InvitationView?> Find(string token, CancellationToken cancellationToken = default);

    /// <summary>Accepts an invitation; null when there is no such one any more.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AccountExists"/>: the set-up's address has an account.</exception>
    [Alias("Accept")]
    Task<AcceptedInvitation?> Accept(AcceptInvitation command, CancellationToken cancellationToken = default);
}
