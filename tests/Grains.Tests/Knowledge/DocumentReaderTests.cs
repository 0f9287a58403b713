using System.Text;
using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void Read_AnyText_LosesNothing(string name)
    {
        foreach (var text in Texts()) AssertWhole(DocumentReader.Read(name, text));
    }

    [SkippableFact]
    public void Read_RealManuals_LosesNothingAndKeepsPassagesShort()
    {
        foreach (var file in Directory.EnumerateFiles(DataSets.Require("kb_products"), "*.md"))
        {
            var document = DocumentReader.Read(Path.GetFileName(file), File.ReadAllText(file));
            AssertWhole(document);
            Assert.All(document.Passages, p => Assert.InRange(p.Text.Length, 1, PassageCutter.Longest + 600));
            Assert.All(document.Passages, p => AssertHolds(document.Text[p.Start..p.End], p.Text));
        }
    }

    [Fact]
    public void Read_SameContent_GivesSameIds()
    {
        var first = DocumentReader.Read("a.md", "# A\n\nOne.\n\n## B\n\nTwo.");
        var second = DocumentReader.Read("a.md", "# A\n\nOne.\n\n## B\n\nTwo.");
        var changed = DocumentReader.Read("a.md", "# A\n\nOne.\n\n## B\n\nThree.");

        Assert.Equal(first.Passages.Select(p => p.ChunkId), second.Passages.Select(p => p.ChunkId));
        Assert.Equal(first.Revision, second.Revision);
        Assert.NotEqual(first.Revision, changed.Revision);
        Assert.Empty(first.Passages.Select(p => p.ChunkId).Intersect(changed.Passages.Select(p => p.ChunkId)));
    }

    [Fact]
    public void Read_Headings_BecomeSections()
    {
        var document = DocumentReader.Read("tent.md", "# Tent\n\nFor four.\n\n## Care\n\n### Drying\n\nHang it up.\n\n## Size\n\n3 m.");

        Assert.Equal([null, "Care › Drying", "Size"], document.Passages.Select(p => p.Section));
    }

    [Fact]
    public void Read_ParagraphMarkedAsAHeading_IsTextAndNoSection()
    {
        var paragraph = $"Exceptions {string.Join(' ', Enumerable.Repeat("The tent is not made for this.", 8))}";

        var document = DocumentReader.Read("tent.md", $"# Tent\n\n## Care\n\n### {paragraph}\n\nHang it up.");

        Assert.All(document.Passages.Where(p => p.Section is not null), p => Assert.Equal("Care", p.Section));
        Assert.Contains(document.Passages.SelectMany(p => p.Statements), s => s.Text == "Hang it up.");
        Assert.Contains(document.Passages.SelectMany(p => p.Statements), s => s.Text == "The tent is not made for this.");
    }

    [Theory]
    [InlineData("blue-tent.md", "# About item 7\nBlue Tent, price $250", "Blue Tent")]
    [InlineData("blue-tent.md", "# The Blue Tent: manual\n\nText", "The Blue Tent: manual")]
    [InlineData("x.md", "---\ntitle: \"Ways to pay\"\nlocale: en\n---\n# Payment", "Ways to pay")]
    [InlineData("ways_to_pay.txt", "By card. Or cash.", "Ways to pay")]
    public void Read_Title_IsTheOneThatSaysMost(string name, string text, string title) =>
        Assert.Equal(title, DocumentReader.Read(name, text).Title);

    [Fact]
    public void Read_Markup_IsNotInTheWords()
    {
        var document = DocumentReader.Read("a.md", "**Weight**: `12` lbs, see [the *list*](https://x.example) ![photo](p.png) &amp; more<br>End.");

        Assert.Equal("Weight: 12 lbs, see the list & more\nEnd.", document.Passages[0].Text);
    }

    [Fact]
    public void Read_QuestionAndAnswer_StayTogether()
    {
        var items = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"{i}) Is it number {i}?\n   {new string('x', 200)} {i}."));

        var document = DocumentReader.Read("faq.md", $"# FAQ\n\n{items}");

        Assert.True(document.Passages.Length > 2);
        Assert.All(document.Passages, p => Assert.All(p.Statements, s => Assert.EndsWith(s.Question![13..^1] + ".", s.Text, StringComparison.Ordinal)));
    }

    // The passage's range of the document holds its words in their order.
    private static void AssertHolds(string range, string words)
    {
        var at = 0;
        foreach (var word in Regex.Split(words, @"[^\p{L}\p{N}]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Where(w => w.Length > 0))
        {
            at = range.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(at >= 0, word);
            at += word.Length;
        }
    }

    private static void AssertWhole(SourceDocument document)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (var passage in document.Passages)
        {
            Assert.Equal(end, passage.Start);
            Assert.True(passage.End > passage.Start, $"{document.Name} {passage.Start}-{passage.End} {passage.Text}");
            text.Append(document.Text, passage.Start, passage.End - passage.Start);
            end = passage.End;
        }

        if (document.Passages.Length > 0) Assert.Equal(document.Text, text.ToString());
    }

    private static IEnumerable<string> Texts()
    {
        string[] parts =
        [
            "# Title\n", "## Section\n", "\n", "Some words. And more of them!\n", "- item one\n- item two\n  - nested\n",
            "1. first\n2. second\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "```\ncode\n```\n", "> quote\n", "<div>html</div>\n",
            new string('x', 1200) + "\n", "水は百度で沸騰します。" + "それは本当です。\n", "**Key**: value  \n**Other**: value\n", "\ud83d\ude00 smile\n", "---\n",
        ];
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => parts[random.Next(parts.Length)]));
    }

    [Fact]
    public void Read_PageMarks_SetThePageAndAreNoSection()
    {
        var document = DocumentReader.Read("a.md", "# A\n\n## Page 1\n\n### Care\n\nWash it.\n\n## Page 3\n\nDry it.\n");

        Assert.Equal([(1, "Care", "Care\nWash it."), (3, "Care", "Dry it.")],
            document.Passages.Where(p => p.Page is not null).Select(p => (p.Page!.Value, p.Section, p.Text)));
        AssertWhole(document);
    }

    [Fact]
    public void Read_Extracted_NoPassageGoesOverAPage()
    {
        var document = DocumentReader.Read("manual.pdf", new ExtractedDocument("text", "Kettle manual",
            [new ExtractedPage(1, "1.1 Use\n\nFill it."), new ExtractedPage(2, ""), new ExtractedPage(3, "Boil it. Pour.")]));

        Assert.Equal([(1, "Fill it."), (3, "Boil it. Pour.")],
            document.Passages.Select(p => (p.Page!.Value, p.Lines[^1].Text)));
        Assert.Equal("Boil it. Pour.", document.Text[document.Passages[1].Start..document.Passages[1].End].Trim());
        Assert.All(document.Passages, p => Assert.Equal("Use", p.Section));
        AssertWhole(document);
    }
}
