namespace SupportPlatform.Accounts;

/// <summary>A new invitation.</summary>
public sealed record InvitationLink
{
    /// <summary>The page that accepts it; good once, for 7 days, and for whoever has it.</summary>
    public required string Url { get; init; }

    /// <summary>The address of the page on a host; the secret is behind the #, so that no server is sent it.</summary>
    internal static InvitationLink Of(string host, string token) => new() { Url = $"{host}/console/#invite={token}" };
}
