namespace SupportPlatform.Accounts;

/// <summary>Who is signed in.</summary>
public sealed record SessionBody
{
    /// <summary>The account's mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The account's name.</summary>
    public required string Name { get; init; }

    /// <summary>What requests that change something carry as <c>X-CSRF</c>.</summary>
    public required string Csrf { get; init; }

    /// <summary>Whether signing in needs a second factor.</summary>
    public required bool TwoFactor { get; init; }

    /// <summary>Where the person works.</summary>
    public required IReadOnlyList<SessionStoreBody> Stores { get; init; }
}
