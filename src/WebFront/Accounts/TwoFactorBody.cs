namespace SupportPlatform.Accounts;

/// <summary>What an app for codes is given.</summary>
public sealed record TwoFactorBody
{
    /// <summary>The secret in Base32.</summary>
    public required string Secret { get; init; }

    /// <summary>The same as an address of the scheme <c>otpauth</c>, for a QR code.</summary>
    public required string Uri { get; init; }
}
