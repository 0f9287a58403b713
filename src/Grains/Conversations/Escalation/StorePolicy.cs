using System.Globalization;
using System.Text.RegularExpressions;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Applies a store's own rules of escalation to a message. Pure.</summary>
internal static partial class StorePolicy
{
    private const int Limit = 5_000;

    /// <summary>The first rule that holds, and what shows it; null for none.</summary>
    public static (EscalationRule Rule, string Evidence)? Find(EscalationSettings settings, string message)
    {
        foreach (var rule in settings.Rules)
            if (Evidence(rule, message) is { } evidence) return (rule, evidence);
        return null;
    }

    /// <summary>The highest amount of money in a text; null for none.</summary>
    public static double? HighestAmount(string text) => Amounts.Matches(text)
        .Select(m => Read(m.Groups["n"].Value)).Max();

    private static string? Evidence(EscalationRule rule, string message)
    {
        var shown = new List<string>();
        if (rule.Words.Length > 0)
        {
            if (rule.Words.FirstOrDefault(w => HasWord(message, w)) is not { } word) return null;
            shown.Add(word);
        }

        if (rule.Topic is { } topic)
        {
            if (!EscalationTopics.Has(message, topic)) return null;
            shown.Add(topic);
        }

        if (rule.ValueAbove is { } limit)
        {
            if (HighestAmount(message) is not { } amount || amount <= limit) return null;
            shown.Add(string.Create(CultureInfo.InvariantCulture, $"{amount} > {limit}"));
        }

        return string.Join(", ", shown);
    }

    // Scripts without spaces have no words to stand apart.
    private static bool HasWord(string message, string word)
    {
        var trimmed = word.Trim();
        for (var at = 0; (at = message.IndexOf(trimmed, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + trimmed.Length;
            if (IsApart(at - 1, trimmed[0]) && IsApart(end, trimmed[^1])) return true;
        }

        return false;

        bool IsApart(int index, char edge) =>
            index < 0 || index >= message.Length || edge >= '\u2E80' || !char.IsLetterOrDigit(edge) || !char.IsLetterOrDigit(message[index]);
    }

    // A separator with one or two digits after it, at the end, is the decimal one; all others group.
    private static double? Read(string text)
    {
        var tidy = text.Trim('.', ',', '\'', ' ', '\u00a0');
        var last = tidy.LastIndexOfAny(['.', ',']);
        var digits = tidy.Length - last - 1;
        var whole = last >= 0 && digits is 1 or 2 ? tidy[..last] : tidy;
        var cents = last >= 0 && digits is 1 or 2 ? tidy[(last + 1)..] : "0";
        var number = string.Concat(whole.Where(char.IsAsciiDigit)) + "." + cents;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Amounts of money.</summary>
    [GeneratedRegex(@"(?:[$€£¥₹₺]|\b(?:usd|eur|gbp|chf|jpy|inr|pln|brl))\s?(?<n>[0-9][0-9.,' ]{0,20})|(?<![0-9.,])(?<n>[0-9][0-9.,']{0,20})\s?(?:[€$£¥₹₺]|zł|元|円|(?:usd|eur|gbp|chf|jpy|inr|pln|brl|euros?|dollars?|pounds?|francs?|franken|złotych|lira|reais|rupees?)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit)]
    public static partial Regex Amounts { get; }
}
