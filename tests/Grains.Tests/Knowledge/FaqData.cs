using SupportPlatform.Knowledge;
using SupportPlatform.Testing;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>The sets of questions with answers, loaded as a store's entries.</summary>
internal static class FaqData
{
    public const string Store = "faqs";

    public static FixedLibrary Library(string set)
    {
        var library = new FixedLibrary();
        library.Set(Store, DataSets.RequireLines(set, "kb.jsonl").Select(row => FaqReader.Read(
            row.GetProperty("faq_id").GetString()!,
            row.GetProperty("question").GetString()!,
            [.. row.GetProperty("variants").EnumerateArray().Select(v => v.GetString()!)],
            row.GetProperty("answer").GetString()!)));
        return library;
    }

    /// <summary>The messages, each with the entry that answers it; null where none does.</summary>
    public static IEnumerable<(string Text, string? Entry)> Queries(string set) =>
        DataSets.RequireLines(set, "queries.jsonl").Select(row =>
            (row.GetProperty("text").GetString()!, row.TryGetProperty("faq_id", out var id) ? id.GetString() : null));
}
