namespace SupportPlatform.Knowledge;

/// <summary>Words that say that something is not so, or does not work, from <c>Denials.txt</c>, folded.</summary>
internal static class Denials
{
    private static readonly HashSet<string> Words = Resources.Words("Denials.txt").ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether one of the words is among the tokens.</summary>
    public static bool AreIn(IReadOnlyList<Token> tokens) => tokens.Any(t => Words.Contains(Plain(t.Raw)));

    private static string Plain(string raw) =>
        Folding.Fold(raw).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
}
