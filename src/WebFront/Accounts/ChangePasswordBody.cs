namespace SupportPlatform.Accounts;

/// <summary>A new password.</summary>
public sealed record ChangePasswordBody
{
    /// <summary>The present one.</summary>
    public required string Current { get; init; }

    /// <summary>The new one, 10 to 200 characters, and not the address.</summary>
    public required string Password { get; init; }
}
