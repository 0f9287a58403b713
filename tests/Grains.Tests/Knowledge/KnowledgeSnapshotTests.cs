using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class KnowledgeSnapshotTests
{
    [Theory]
    [InlineData("How heavy is the Aurora Lamp?", "aurora-lamp.md", "900 g")]
    [InlineData("weight of the borealis heater", "borealis-heater.md", "6 kg")]
    [InlineData("How long is the warranty on the heater?", "borealis-heater.md", "5 years")]
    [InlineData("Wie lange habe ich Garantie auf die Aurora Lamp?", "aurora-lamp.md", "2 years")]
    [InlineData("Can I send back my lamp?", "delivery.md", "30 days")]
    public void Search_Question_FindsTheRightSource(string question, string source, string words)
    {
        var hits = Shop.Snapshot().Search(question);

        Assert.Contains(hits, h => h.Passage.Source == source && h.Passage.Text.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("how hevy is the arora lamp")]
    [InlineData("aurroa lamp wieght")]
    public void Search_Misspelt_FindsTheNamedSourceFirst(string question) =>
        Assert.Equal("aurora-lamp.md", Shop.Snapshot().Search(question).First().Passage.Source);

    [Fact]
    public void Search_NamedSource_ComesBeforeTheOther() =>
        Assert.Equal("borealis-heater.md", Shop.Snapshot().Search("Borealis weight battery").First().Passage.Source);

    [Theory]
    [InlineData("帐篷可以防水吗", "tent-zh.txt")]
    [InlineData("เต็นท์กันน้ำไหม", "tent-th.txt")]
    [InlineData("मेरा तंबू जलरोधी है", "tent-hi.txt")]
    [InlineData("هل الخيمة مقاومة للماء", "tent-ar.txt")]
    public void Search_OtherScripts_FindTheirDocument(string question, string source)
    {
        var knowledge = Shop.Snapshot(
            DocumentReader.Read("tent-zh.txt", "这款帐篷防水，可以在雨中使用。\n\n保修期为两年。"),
            DocumentReader.Read("tent-th.txt", "เต็นท์นี้กันน้ำได้และเหมาะสำหรับฤดูฝน"),
            DocumentReader.Read("tent-hi.txt", "यह तंबू जलरोधी है और बारिश में काम आता है।"),
            DocumentReader.Read("tent-ar.txt", "هذه الخيمة مقاومة للماء وتصلح لموسم المطر."));

        Assert.Equal(source, knowledge.Search(question).First().Passage.Source);
    }

    [Fact]
    public void Search_NothingFits_FindsNothing() => Assert.Empty(Shop.Snapshot().Search("zzzz qqqq"));

    [Fact]
    public void Search_GrownSnapshot_FindsAsOneReadAnew()
    {
        var before = Shop.Snapshot();
        var more = DocumentReader.Read("comet-fan.md", "# Comet Fan\n\n- Weight: 4 kg\n- Colour: white\n");
        SourceDocument[] documents = [.. before.Sources.Skip(1), more];

        var grown = new KnowledgeSnapshot(documents, before);
        var anew = new KnowledgeSnapshot(documents);

        foreach (var question in (string[])["How heavy is the Comet Fan?", "weight of the borealis heater", "aurroa lamp wieght"])
        {
            Assert.Equal(
                anew.Search(question).Select(h => (h.Passage.ChunkId, Math.Round(h.Score, 4))),
                grown.Search(question).Select(h => (h.Passage.ChunkId, Math.Round(h.Score, 4))));
        }
    }

    [Fact]
    public void Search_EmptyKnowledge_FindsNothing() => Assert.Empty(KnowledgeSnapshot.Empty.Search("anything at all"));

    [Theory]
    [InlineData("")]
    [InlineData("??? !!!")]
    [InlineData("\ud83d\ude00")]
    public void Search_NoWords_FindsNothing(string query) => Assert.Empty(Shop.Snapshot().Search(query));

    [Fact]
    public void Search_VeryLongQuery_IsBounded() =>
        Assert.NotEmpty(Shop.Snapshot().Search(string.Concat(Enumerable.Repeat("lamp weight ", 600))));

    [Fact]
    public void Evidence_CustomersReview_DoesNotBeatTheData()
    {
        var knowledge = Shop.Snapshot();
        var query = knowledge.Read("How heavy is the Aurora Lamp?");

        var best = EvidenceFinder.Find(query, knowledge.Search(query, 6))[0];

        Assert.Equal("Weight: 900 g", best.Statement.Text);
    }

    [Fact]
    public void Evidence_StatementThatSaysNothing_IsNone()
    {
        var knowledge = Shop.Snapshot();
        var query = knowledge.Read("What is the heat output of the Aurora Lamp?");

        Assert.DoesNotContain(EvidenceFinder.Find(query, knowledge.Search(query, 6)), e => e.Statement.Label == "Heat output");
    }

    [SkippableFact]
    public void Search_ProductQuestions_FindTheSourceAmongTheFirstThree()
    {
        var knowledge = ProductData.Library().Of(ProductData.Store);
        var questions = ProductData.Questions().Where(q => q.IsAnswerable).ToList();

        var found = questions.Count(q => knowledge.Search(q.Text).Any(h =>
            q.Sources.Contains(h.Passage.Source)));

        // Measured: all of them.
        Assert.True(found >= 0.95 * questions.Count, $"{found} of {questions.Count}");
    }

    [Fact]
    public void Search_NeighbouringWords_GoBeforeTheSameWordsApart()
    {
        var knowledge = Shop.Snapshot(
            DocumentReader.Read("a.md", "# A\n\nAn authorization that somebody gave stays valid. Notes of prior visits are kept, and visits are counted."),
            DocumentReader.Read("b.md", "# B\n\nA prior authorization that somebody gave stays valid. Notes of visits are kept, and visits are counted."));

        Assert.Equal("b.md", knowledge.Search("prior authorization").First().Passage.Source);
    }
}
