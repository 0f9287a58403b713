using System.Globalization;
using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>Finds what a customer tells of a case: orders, products, addresses, amounts, dates. By their form alone.</summary>
internal static partial class BriefFacts
{
    private const int Longest = 60;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 1_000;

    // The languages that month names are known of.
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "el", "sv", "hi", "th"];
    private static readonly Regex Dates = new(DatePattern(), Options, TimeSpan.FromMilliseconds(Limit));

    /// <summary>The facts of a text, in the order of their labels.</summary>
    public static IReadOnlyList<BriefFact> In(string text)
    {
        try
        {
            return Find(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text made to be hard to search has no facts worth the time.
            return [];
        }
    }

    private static List<BriefFact> Find(string text)
    {
        // Each is taken out of the text for those after it: a date is no phone's number, and an order is no product.
        var rest = text;
        List<BriefFact> facts =
        [
            .. Take("email", PersonalData.Mail()),
            .. Take("order", Orders),
            .. Take("order", Numbered),
            .. Take("amount", StorePolicy.Amounts),
            .. Take("date", Dates),
        ];
        facts.AddRange(PersonalData.Phones(rest).Select(p => new BriefFact { Label = "phone", Value = p }));
        facts.AddRange(Take("product", Products).Select(p => p with { Value = WithoutArticle(p.Value) }));
        return facts;

        IEnumerable<BriefFact> Take(string label, Regex pattern)
        {
            var found = pattern.Matches(rest).ToList();
            rest = pattern.Replace(rest, " \n ");
            return found.Select(m => m.Groups["value"] is { Success: true } part ? part.Value : m.Value)
                .Select(v => v.Trim(' ', ',', '.', ';', ':', '\'', '\u00a0')).Where(v => v.Length is > 1 and <= Longest)
                .Select(v => new BriefFact { Label = label, Value = v });
        }
    }

    // A sentence may begin with it.
    private static string WithoutArticle(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && StopWords.Contains(Folding.Fold(name[..space])) ? name[(space + 1)..] : name;
    }

    private static string DatePattern()
    {
        var months = Languages.Select(CultureInfo.GetCultureInfo)
            .SelectMany(c => c.DateTimeFormat.MonthNames.Concat(c.DateTimeFormat.MonthGenitiveNames).Concat(c.Name == "en" ? c.DateTimeFormat.AbbreviatedMonthNames : []))
            .Where(n => n.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length).Select(Regex.Escape);
        var month = $"({string.Join('|', months)})";
        return $@"\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b|(?<![\d./])\d{{1,2}}[./-]\d{{1,2}}[./-](\d{{4}}|\d{{2}})(?![\d./])|(\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日|(\d{{4}}년 ?)?\d{{1,2}}월 ?\d{{1,2}}일|\b\d{{1,2}}(st|nd|rd|th|er|º|\.)?( de| of)? {month}\b\.?(,?( de)? \d{{4}})?|\b{month}\.? \d{{1,2}}(st|nd|rd|th)?\b(,? \d{{4}})?";
    }

    // A number behind a word for an order.
    [GeneratedRegex(@"(orders?|bestell\w*|auftrag\w*|commandes?|pedidos?|ordin[ei]|encomendas?|bestelling\w*|sipariş\w*|zamówieni\w*|заказ\w*|замовленн\w*|παραγγελ\w*|注文|订单|訂單|주문|คำสั่งซื้อ|ऑर्डर|طلب\w*|הזמנה|invoices?|rechnung\w*|facture|factura|fattura|factuur)[^\d#\n]{0,20}?(?<value>#?\s?(?<![\p{L}])[A-Z]{0,4}[-_]?\d[\dA-Z]*(-\d[\dA-Z]*)*)(?<=\d[^\s]{2,})", Options, Limit)]
    private static partial Regex Orders { get; }

    // A number of an order's form without the word.
    [GeneratedRegex(@"(?<value>#\s?[A-Z]{0,4}-?\d{3,}(-\d+)*|\b[A-Z]{1,4}-\d{4,}(-\d+)*\b|\b\d{3}-\d{7}-\d{7}\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Numbered { get; }

    // A name with letters and digits in one word, and the names before it; no measure, no ordinal, no time.
    [GeneratedRegex(@"(?<![\p{L}\d])(?<value>(\p{Lu}[\p{L}&]+[ -]){0,2}(?!\d+(st|nd|rd|th|er|ème|am|pm|h|x|k|mm|cm|km|m|g|kg|lbs?|oz|ml|l|v|w|kw|kwh|mah|gb|tb|mb|hz|mph|kmh|usd|eur|gbp|min|sec|s|d)\b)((?=[\p{L}-]*\d)(?=[\d-]*\p{L})[\p{L}\d]+(-[\p{L}\d]+)*))(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Products { get; }
}
