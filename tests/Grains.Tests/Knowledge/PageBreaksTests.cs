using SupportPlatform.Grains.Tests.Knowledge.Extraction;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class PageBreaksTests : IDisposable
{
    private readonly ExtractorDriver _driver = new();

    public void Dispose() => _driver.Dispose();

    [Fact]
    public async Task Read_PdfWhoseSentenceGoesOverAPage_IsOneSentenceOfThePageWhereItBegins()
    {
        var bytes = SmallPdf.Set(
            [(72, 700, 12, "The grinder holds enough beans for six cups of coffee. Empty the"), (72, 686, 12, "hopper before you travel and")],
            [(72, 700, 12, "let the burrs run dry. Then close the lid of the grinder.")]);
        var document = DocumentReader.Read("grinder.pdf", await _driver.Read(bytes, "grinder.pdf"));

        Assert.Equal(
            [
                (1, "The grinder holds enough beans for six cups of coffee."),
                (1, "Empty the hopper before you travel and let the burrs run dry."),
                (2, "Then close the lid of the grinder."),
            ],
            document.Passages.SelectMany(p => p.Statements).Select(s => (s.Passage.Page!.Value, s.Text)));
    }

    [Theory]
    [InlineData("Use the", "charger of the set. Then rest.", "Use the charger of the set.", "Then rest.")]
    [InlineData("Look after the main-", "tenance of motors. Then rest.", "Look after the maintenance of motors.", "Then rest.")]
    [InlineData("机器应当每", "月清洗一次。然后晾干。", "机器应当每月清洗一次。", "然后晾干。")]
    [InlineData("In Bern,", "Basel and **Chur** it rains. Then rest.", "In Bern, Basel and Chur it rains.", "Then rest.")]
    public void Read_SentenceOverAPage_IsWhole(string before, string after, string whole, string rest)
    {
        var document = Pages(before, after);

        Assert.Equal([(1, whole), (2, rest)], document.Passages.Select(p => (p.Page!.Value, p.Text)));
        Assert.Equal(document.Text, string.Concat(document.Passages.Select(p => document.Text[p.Start..p.End])));
        Assert.StartsWith(rest[..2], document.Text[document.Passages[1].Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is done.", "then rest.")]
    [InlineData("A title", "The next page.")]
    [InlineData("Parts:", "two screws")]
    [InlineData("# A heading", "of small letters")]
    public void Read_PageThatBeginsAnew_StaysApart(string before, string after)
    {
        var document = Pages(before, after);

        Assert.Equal([1, 2], document.Passages.Select(p => p.Page!.Value));
        Assert.Equal(after, document.Passages[^1].Lines[^1].Text);
    }

    [Fact]
    public void Read_SentenceOverThreePages_IsWholeOnTheFirst()
    {
        var document = Pages("It goes", "on and", "onwards. Then it ends.");

        Assert.Equal([(1, "It goes on and onwards."), (3, "Then it ends.")], document.Passages.Select(p => (p.Page!.Value, p.Text)));
    }

    private static SourceDocument Pages(params string[] pages) => DocumentReader.Read(
        "manual.pdf", new ExtractedDocument("pdf", "Manual", [.. pages.Select((p, i) => new ExtractedPage(i + 1, p))]));
}
