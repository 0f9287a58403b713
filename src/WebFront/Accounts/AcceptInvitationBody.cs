namespace SupportPlatform.Accounts;

/// <summary>Who accepts an invitation.</summary>
public sealed record AcceptInvitationBody
{
    /// <summary>The person's name, 1 to 60 characters; the agent's where none is given.</summary>
    public string? Name { get; init; }

    /// <summary>The mail address; only for the set-up.</summary>
    public string? Email { get; init; }

    /// <summary>The new password, or the account's where it has one.</summary>
    public required string Password { get; init; }

    /// <summary>The code of the second factor, where the account has one.</summary>
    public string? Code { get; init; }
}
