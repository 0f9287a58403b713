using System.Text.Json;
using SupportPlatform.Grains.Tests.Knowledge.Extraction;
using SupportPlatform.Knowledge;
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

    /// <summary>All manuals, read as uploaded files are.</summary>
    public static async Task<FixedLibrary> ExtractedLibrary()
    {
        using var files = new ExtractorDriver();
        var documents = new List<SourceDocument>();
        foreach (var path in Directory.EnumerateFiles(DataSets.Require("kb_products")).Where(p => Path.GetExtension(p) is ".md" or ".pdf"))
            documents.Add(DocumentReader.Read(Path.GetFileName(path), await files.Read(path)));
        var library = new FixedLibrary();
        library.Set(Store, documents);
        return library;
    }

    /// <summary>All questions.</summary>
    public static IEnumerable<ProductQuestion> AllQuestions() => DataSets.RequireLines("product_qa", "questions.jsonl").Select(row => new ProductQuestion(
        row.GetProperty("question").GetString()!,
        row.GetProperty("answerable").GetBoolean(),
        Strings(row, "expected_sources"),
        Strings(row, "must"),
        Strings(row, "forbid")));

    /// <summary>The questions; those about the manuals that are no Markdown count as unanswerable.</summary>
    public static IEnumerable<ProductQuestion> Questions() => AllQuestions().Select(q =>
        q with { IsAnswerable = q.IsAnswerable && q.Sources.All(s => s.EndsWith(".md", StringComparison.Ordinal)) });

    private static string[] Strings(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(s => s.GetString()!)];
}
