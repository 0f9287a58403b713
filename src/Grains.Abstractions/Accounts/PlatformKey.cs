namespace SupportPlatform.Accounts;

/// <summary>
/// The keys of grains that belong to no store. They begin with a character that no store's id has, so no caller of a store
/// ever reaches them; docs/adr/0015-accounts-and-agents.md.
/// </summary>
public static class PlatformKey
{
    /// <summary>The accounts.</summary>
    public const string Accounts = "@accounts";

    /// <summary>Their sessions.</summary>
    public const string Sessions = "@sessions";

    /// <summary>Their invitations.</summary>
    public const string Invitations = "@invitations";
}
