namespace SupportPlatform.Accounts;

/// <summary>An invitation as the database has it.</summary>
/// <param name="Store">The store of an agent's invitation; null for the set-up's.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="Email">The invited address.</param>
/// <param name="Name">The agent's name.</param>
/// <param name="Resets">Whether an account that exists gets a new password by it.</param>
/// <param name="HasAccount">Whether the address has an account.</param>
internal sealed record StoredInvitation(string? Store, string? AgentId, string? Email, string? Name, bool Resets, bool HasAccount)
{
    /// <summary>Whether a new password is chosen.</summary>
    public bool NeedsPassword => Resets || !HasAccount;
}
