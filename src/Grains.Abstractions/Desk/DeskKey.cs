using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>The key of a desk's grain: <c>{store}/{desk}</c>.</summary>
public static class DeskKey
{
    private const int MaxLength = 40;

    /// <summary>Whether a text is a desk's id: 1 to 40 characters of <c>a-z 0-9 -</c>.</summary>
    public static bool IsValid(string? desk) =>
        desk is { Length: >= 1 and <= MaxLength } && desk.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The key.</summary>
    /// <exception cref="SupportException">One of them is no id.</exception>
    public static string Of(string store, string? desk) => IsValid(desk)
        ? $"{StoreKey.Check(store)}/{desk}"
        : throw new SupportException(ProblemCodes.InvalidRequest, $"The desk has 1 to {MaxLength} characters of a-z, 0-9 and -.");

    /// <summary>The desk in a key.</summary>
    public static string DeskOf(string grainKey) => grainKey[(StoreKey.OfGrainKey(grainKey).Length + 1)..];
}
