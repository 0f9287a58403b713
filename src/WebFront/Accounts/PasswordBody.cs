namespace SupportPlatform.Accounts;

/// <summary>The password, once more.</summary>
public sealed record PasswordBody
{
    /// <summary>The present one.</summary>
    public required string Password { get; init; }
}
