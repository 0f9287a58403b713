namespace SupportPlatform.Accounts;

/// <summary>Somebody whose password was right begins a session.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.begin-session")]
public sealed record BeginSession
{
    /// <summary>The account.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>The generation of the password that was right.</summary>
    [Id(1)] public required long Generation { get; init; }

    /// <summary>The code of the second factor, where the account has one.</summary>
    [Id(2)] public string? Code { get; init; }

    /// <summary>The network that the password was tried from; see <see cref="SignInTry"/>.</summary>
    [Id(3)] public string? Network { get; init; }
}
