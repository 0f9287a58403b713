using System.Text.Json;
using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Documents with marks of their pages, and questions with the page that answers each.</summary>
public sealed class NorthwindTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Search_Questions_FindThePageAmongFive()
    {
        var (knowledge, rows) = Load();

        var found = rows.Count(r => knowledge.Of(Shop.Store).Search(knowledge.Of(Shop.Store).Read(r.Question), 5)
            .Any(h => (h.Passage.Source, h.Passage.Page) == (r.Source, r.Page)));

        output.WriteLine($"{found} of {rows.Count}");
        Assert.True(found >= 0.87 * rows.Count, $"{found} of {rows.Count}");
    }

    [SkippableFact]
    public async Task Run_Questions_CiteThePage()
    {
        var (knowledge, rows) = Load();
        var cited = 0;
        foreach (var row in rows)
        {
            var result = await new Turns(knowledge).Ask(row.Question);
            // Sentences go over the ends of pages, so the page beside counts too.
            if (result.Citations.Any(c => c.Source == row.Source && Math.Abs(c.Page!.Value - row.Page!.Value) <= 1)) cited++;
        }

        output.WriteLine($"{cited} of {rows.Count}");
        Assert.True(cited >= 0.73 * rows.Count, $"{cited} of {rows.Count}");
    }

    private static (FixedLibrary Knowledge, List<(string Question, string Source, int? Page)> Rows) Load()
    {
        var library = new FixedLibrary();
        library.SetFolder(Shop.Store, DataSets.Require("kb_northwind"));
        var rows = DataSets.RequireLines("northwind_docqa", "questions.jsonl").Where(r => r.GetProperty("answerable").GetBoolean()).Select(r => (
            r.GetProperty("question").GetString()!,
            r.GetProperty("expected_source").GetString()!,
            r.TryGetProperty("expected_page", out var page) && page.ValueKind == JsonValueKind.Number ? (int?)page.GetInt32() : null)).ToList();
        return (library, rows);
    }
}
