using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>What a customer's messages ask, fit to be kept.</summary>
internal static class AskedText
{
    /// <summary>The longest question, in UTF-16 units; that of a question with its answer.</summary>
    public const int Longest = 1_000;

    /// <summary>
    /// The messages without greetings, thanks, wishes for a person and a bare yes, masked; empty where nothing else is in them.
    /// </summary>
    public static string Of(IEnumerable<string> messages)
    {
        var sentences = messages
            .SelectMany(m => m.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(StatementReader.Sentences)
            .Where(s => SmallTalk.PhraseFor(s) is null && !PersonWish.Is(s) && !PersonWish.SaysYes(s));
        var text = PersonalData.Mask(string.Join(' ', sentences), Longest);
        return Tokens.Of(text).Count == 0 ? "" : text;
    }
}
