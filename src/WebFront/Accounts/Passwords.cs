using Microsoft.AspNetCore.Identity;

namespace SupportPlatform.Accounts;

/// <summary>Passwords: what they must be like, and their hashes (PBKDF2, as the framework sets it).</summary>
public sealed class Passwords
{
    /// <summary>The shortest password, in UTF-16 units.</summary>
    public const int MinLength = 10;

    /// <summary>The longest password, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    private readonly PasswordHasher<object> _hasher = new();
    private readonly object _nobody = new();
    private readonly Lazy<string> _nobodysHash;

    /// <summary>Made by the container.</summary>
    public Passwords() => _nobodysHash = new(() => _hasher.HashPassword(_nobody, Guid.NewGuid().ToString()));

    /// <summary>The hash of a new password.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.PasswordInvalid"/>: it is too short or too long, or the address.</exception>
    public string Hash(string? password, string address)
    {
        if (password is not { Length: >= MinLength and <= MaxLength })
            throw new SupportException(ProblemCodes.PasswordInvalid, $"A password has {MinLength} to {MaxLength} characters.");
        if (string.Equals(password.Trim(), address, StringComparison.OrdinalIgnoreCase))
            throw new SupportException(ProblemCodes.PasswordInvalid, "The password is not the mail address.");
        return _hasher.HashPassword(_nobody, password);
    }

    /// <summary>Whether a password is right. It takes as long where there is no hash to compare it with.</summary>
    public bool IsRight(string? hash, string? password)
    {
        var tried = password is { Length: <= MaxLength } ? password : "";
        var result = _hasher.VerifyHashedPassword(_nobody, hash ?? _nobodysHash.Value, tried);
        return hash is not null && tried.Length > 0 && result != PasswordVerificationResult.Failed;
    }
}
