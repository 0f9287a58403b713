using System.Text.Json;
using SupportPlatform.Testing;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>The Markdown manuals of the data set and the questions about them.</summary>
internal static class ProductData
{
    public const string Store = "products";

    public static FixedLibrary Library()
    {
        var library = new FixedLibrary();
        library.SetFolder(Store, DataSets.Require("kb_products"));
        return library;
    }

    /// <summary>The questions; those about the manuals that are no Markdown count as unanswerable.</summary>
    public static IEnumerable<ProductQuestion> Questions() => DataSets.RequireLines("product_qa", "questions.jsonl").Select(row =>
    {
        var sources = Strings(row, "expected_sources");
        return new ProductQuestion(
            row.GetProperty("question").GetString()!,
            row.GetProperty("answerable").GetBoolean() && sources.All(s => s.EndsWith(".md", StringComparison.Ordinal)),
            sources,
            Strings(row, "must"),
            Strings(row, "forbid"));
    });

    private static string[] Strings(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(s => s.GetString()!)];
}
