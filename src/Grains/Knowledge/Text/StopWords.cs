namespace SupportPlatform.Knowledge;

/// <summary>Words that say nothing about what a question is about, from <c>StopWords.txt</c>, folded.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = Resources.Words("StopWords.txt").ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the folded word is one.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
