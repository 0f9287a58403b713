namespace SupportPlatform.Accounts;

/// <summary>The mail address that an account is known by, in lower case.</summary>
public static class AccountAddress
{
    /// <summary>The longest address that can be written to (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    /// <summary>The address in lower case.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.InvalidRequest"/>: it is not a mail address.</exception>
    public static string Check(string? address) => TryRead(address)
        ?? throw new SupportException(ProblemCodes.InvalidRequest, "email is a mail address.");

    /// <summary>The address in lower case; null when it is not a mail address.</summary>
    public static string? TryRead(string? address)
    {
        var text = address?.Trim();
        if (text is not { Length: >= 3 and <= MaxLength } || !text.All(IsPlain)) return null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
#pragma warning disable CA1308 // Mail addresses are written in lower case.
        return at is > 0 and <= 64 && at == text.LastIndexOf('@') && at < text.Length - 1 ? text.ToLowerInvariant() : null;
#pragma warning restore CA1308
    }

    // Other alphabets have letters that look like these, and would make two accounts look like one.
    private static bool IsPlain(char c) => c is > ' ' and < '\x7f' and not ('<' or '>' or '"' or ',' or ';' or '\\');
}
