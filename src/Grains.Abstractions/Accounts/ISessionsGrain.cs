namespace SupportPlatform.Accounts;

/// <summary>
/// The sessions of accounts, for all silos at once. The key is <see cref="PlatformKey.Sessions"/>; only the platform itself
/// calls. Of secret ids only a hash is kept.
/// </summary>
[Alias("support.accounts.ISessionsGrain")]
public interface ISessionsGrain : IGrainWithStringKey
{
    /// <summary>Begins a session after a right password, and forgets the tries that failed.</summary>
    [Alias("Begin")]
    Task<SessionStart> Begin(BeginSession command, CancellationToken cancellationToken = default);

    /// <summary>The session, which lives on by that; null when there is none, or it has ended.</summary>
    [Alias("Use")]
    Task<SessionView?> Use(UseSession command, CancellationToken cancellationToken = default);

    /// <summary>
    /// A new secret id; null where somebody else has just got one. The old id is good until a minute after the new one was
    /// shown, so that requests at once survive, and an answer that is lost locks nobody out.
    /// </summary>
    [Alias("Rotate")]
    Task<string?> Rotate(string id, CancellationToken cancellationToken = default);

    /// <summary>Ends a session, by its key.</summary>
    [Alias("End")]
    Task End(string key, CancellationToken cancellationToken = default);
}
