using System.Text;
using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Takes out of a text what names or reaches a person: mail addresses, numbers of phones, cards and accounts.</summary>
internal static partial class PersonalData
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 1_000;
    private const int FewestPhoneDigits = 7;
    private const string Phone = "[phone]";

    /// <summary>The text with <c>[email]</c>, <c>[account]</c>, <c>[card]</c> and <c>[phone]</c> in their place, and no longer than allowed.</summary>
    public static string Mask(string text, int longest)
    {
        text = Mail().Replace(Plain(text, longest), "[email]");
        text = Account().Replace(text, "[account]");
        return Number().Replace(text, m => Replace(m.Value)).Trim();
    }

    /// <summary>The numbers of phones in a text.</summary>
    public static IEnumerable<string> Phones(string text) =>
        Number().Matches(text).Select(m => m.Value).Where(n => Replace(n) == Phone);

    private static string Replace(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(d => d - '0').ToList();
        if (digits.Count is >= 13 and <= 19 && IsCard(digits)) return "[card]";

        // A date and a range of years have as many digits as a phone's number, and an order's number is one piece.
        var isPhone = digits.Count >= FewestPhoneDigits && !Date().IsMatch(number) &&
            (number[0] is '+' or '0' or '(' || number.AsSpan().IndexOfAny(" -./") > 0);
        return isPhone ? Phone : number;
    }

    // The check digit after Luhn.
    private static bool IsCard(List<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Count; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    // The database takes no NUL, and half a surrogate pair is no text.
    private static string Plain(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest) break;
            if (rune.Value != 0) plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    /// <summary>Mail addresses.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", Options, Limit)]
    public static partial Regex Mail();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,3})?\b", Options, Limit)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(\+|\()?\d([ ()./-]{0,2}\d){6,18}(?![\p{L}\p{N}])", Options, Limit)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\d{4} ?- ?\d{4})$", Options, Limit)]
    private static partial Regex Date();
}
