namespace SupportPlatform.Accounts;

/// <summary>Who tries a password, and from where.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.sign-in-try")]
public sealed record SignInTry
{
    /// <summary>The account's address.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>The network that the try comes from; null where it is not known, which counts as one network.</summary>
    [Id(1)] public string? Network { get; init; }
}
