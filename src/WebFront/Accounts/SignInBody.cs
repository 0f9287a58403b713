namespace SupportPlatform.Accounts;

/// <summary>Who signs in.</summary>
public sealed record SignInBody
{
    /// <summary>The account's mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>The code of the second factor, where the account has one.</summary>
    public string? Code { get; init; }
}
