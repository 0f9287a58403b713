using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>What is read from how a PDF is set.</summary>
public sealed class PdfLayoutTests : IDisposable
{
    private const string Long = "The grinder holds enough beans for six cups of coffee and";
    private readonly ExtractorDriver _driver = new();

    public void Dispose() => _driver.Dispose();

    [Fact]
    public async Task Extract_LargeLines_AreHeadings()
    {
        var page = (await Pages([(72, 700, 24, "Grinder"), (72, 650, 18, "1. Use"), (72, 625, 12, Long), (72, 611, 12, "keeps them dry."), (72, 580, 12, "1.2 Cleaning"), (72, 560, 12, "Wipe it.")]))[0];

        Assert.Equal($"# Grinder\n\n## Use\n\n{Long} keeps them dry.\n\n### Cleaning\n\nWipe it.", page);
    }

    [Fact]
    public async Task Extract_CellsBesideEachOther_AreTheRowsOfATable()
    {
        var page = (await Pages([
            (72, 700, 12, Long), (72, 660, 12, "Part"), (300, 660, 12, "Weight"),
            (72, 635, 12, "Hopper"), (300, 635, 12, "200 g"), (72, 610, 12, "Motor"), (300, 610, 12, "1.5 kg"), (72, 570, 12, "It stands firm.")]))[0];

        Assert.Contains("| Part | Weight |\n| --- | --- |\n| Hopper | 200 g |\n| Motor | 1.5 kg |\n", page, StringComparison.Ordinal);
        Assert.EndsWith("It stands firm.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_ColumnsOfText_AreReadOneAfterTheOther()
    {
        var lines = new List<(int, int, int, string)>();
        for (var i = 0; i < 6; i++)
        {
            lines.Add((60, 700 - (14 * i), 12, $"left column has line number {i} of it"));
            lines.Add((330, 700 - (14 * i), 12, $"right column has line number {i} of it"));
        }

        var page = (await Pages([.. lines]))[0];

        Assert.DoesNotContain("|", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("left column has line number 5", StringComparison.Ordinal) < page.IndexOf("right column has line number 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extract_WhatStandsOnEachPage_IsLeftOut()
    {
        var pages = await Pages(
            [(72, 760, 10, "Grinder manual"), (72, 600, 12, "First text."), (300, 30, 10, "Page 1")],
            [(72, 760, 10, "Grinder manual"), (72, 600, 12, "Second text."), (300, 30, 10, "Page 2")],
            [(72, 760, 10, "Grinder manual"), (72, 600, 12, "Third text."), (300, 30, 10, "Page 3")]);

        Assert.Equal(["First text.", "Second text.", "Third text."], pages);
    }

    [Fact]
    public async Task Extract_ItemsSetIn_AreAList()
    {
        var page = (await Pages([(72, 700, 12, "In the box:"), (90, 680, 12, "A grinder"), (90, 660, 12, "A brush"), (72, 630, 12, Long), (72, 616, 12, "of tea.")]))[0];

        Assert.Equal($"In the box:\n\n- A grinder\n- A brush\n\n{Long} of tea.", page);
    }

    [Fact]
    public async Task Read_WordsThatLookLikeMarkup_AreWords()
    {
        using var driver = new ExtractorDriver();
        var file = SmallPdf.Set([(72, 700, 12, "# 1 in *price* and [1] <b>all</b> snake_case_words"), (72, 670, 12, "- no item | here")]);

        var document = DocumentReader.Read("a.pdf", await driver.Read(file, "a.pdf"));

        Assert.Equal(["# 1 in *price* and [1] <b>all</b> snake_case_words", "no item | here"], document.Passages.SelectMany(p => p.Lines).Select(l => l.Text));
    }

    [Fact]
    public async Task Extract_TenThousandLabels_AreStillRead()
    {
        var labels = Enumerable.Range(0, 10_000).Select(i => (X: 10 + (i % 100 * 5), Y: 10 + (i / 100 * 7), Size: 2, Text: $"{i}")).ToArray();

        Assert.Contains("9999", (await Pages(labels))[0], StringComparison.Ordinal);
    }

    private async Task<List<string>> Pages(params (int X, int Y, int Size, string Text)[][] pages) =>
        [.. (await _driver.Read(SmallPdf.Set(pages), "a.pdf")).Pages.Select(p => p.Text)];
}
