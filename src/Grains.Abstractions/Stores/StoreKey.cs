namespace SupportPlatform.Stores;

/// <summary>A store's id: 1 to 40 lower-case letters, digits and hyphens, beginning with a letter or digit.</summary>
public static class StoreKey
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Whether the text is a store's id.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength } && id[0] != '-' &&
        id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The id itself.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.InvalidStoreId"/>: it is not a store's id.</exception>
    public static string Check(string? id) => IsValid(id)
        ? id!
        : throw new SupportException(ProblemCodes.InvalidStoreId, "A store's id has 1 to 40 lower-case letters, digits and hyphens.");

    /// <summary>The store that a grain's key belongs to: what stands before the first slash.</summary>
    public static string OfGrainKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }
}
