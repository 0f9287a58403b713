namespace SupportPlatform.Knowledge;

/// <summary>British and American spellings become one.</summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["colour"] = "color",
        ["colours"] = "colors",
        ["litre"] = "liter",
        ["litres"] = "liters",
        ["metre"] = "meter",
        ["metres"] = "meters",
        ["centre"] = "center",
        ["grey"] = "gray",
        ["tyre"] = "tire",
        ["tyres"] = "tires",
        ["cheque"] = "check",
        ["catalogue"] = "catalog",
        ["aluminium"] = "aluminum",
        ["fibre"] = "fiber",
        ["programme"] = "program",
        ["licence"] = "license",
        ["cancelled"] = "canceled",
        ["cancelling"] = "canceling",
        ["cancellation"] = "cancel",
        ["favourite"] = "favorite",
        ["jewellery"] = "jewelry",
        ["mould"] = "mold",
    };

    /// <summary>The American spelling of a folded word.</summary>
    public static string Unified(string word) => Words.GetValueOrDefault(word, word);
}
