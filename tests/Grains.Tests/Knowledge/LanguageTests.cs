using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Paragraphs of an encyclopedia, asked about in their own language.</summary>
public sealed class LanguageTests
{
    [SkippableTheory]
    [InlineData("de")]
    [InlineData("en")]
    [InlineData("es")]
    public void Search_Question_FindsItsParagraphAmongFive(string language)
    {
        var knowledge = new KnowledgeSnapshot(DataSets.RequireLines("xquad", $"kb.{language}.jsonl").Select(row => DocumentReader.Read(
            row.GetProperty("doc_id").GetString()!, $"{row.GetProperty("title").GetString()}\n\n{row.GetProperty("text").GetString()}")));
        var rows = DataSets.RequireLines("xquad", $"questions.{language}.jsonl");

        var found = rows.Count(r => knowledge.Search(knowledge.Read(r.GetProperty("question").GetString()!), 5)
            .Any(h => h.Passage.Source == r.GetProperty("expected_doc").GetString()));

        Assert.True(found >= 0.95 * rows.Count, $"{found} of {rows.Count}");
    }
}
