using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class FaqReaderTests
{
    private static readonly SourceDocument Entry = FaqReader.Read(
        "faq-7",
        "How do I send something back?",
        ["where do returns go", "mail back my parcel"],
        "Print the label from your account. Put it on the parcel.\n\n- Bring it to any post office.\n- Keep the receipt.");

    [Fact]
    public void Read_Entry_ShowsQuestionAndAnswerButNoVariant()
    {
        var passage = Assert.Single(Entry.Passages);

        Assert.Equal("faq-7", Entry.Name);
        Assert.Equal(
            "How do I send something back?\nPrint the label from your account. Put it on the parcel.\nBring it to any post office.\nKeep the receipt.",
            passage.Text);
        Assert.Equal(3, passage.Phrasings.Length);
        Assert.DoesNotContain("mail back", Entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_VariantAsked_IsAnsweredWithTheWholeAnswerCited()
    {
        var result = await new Turns(Shop.Library(Entry)).Ask("I want to mail my parcel back");

        Assert.Equal(
            "Print the label from your account. Put it on the parcel [1].\n- Bring it to any post office [1].\n- Keep the receipt [1].",
            result.Text);
        Assert.Equal("faq-7", Assert.Single(result.Citations).Source);
        Assert.DoesNotContain("mail back", result.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_DocumentsAndEntries_GivesBoth()
    {
        string[] topics = ["order", "track", "cancel", "insure", "gift-wrap", "reserve"];
        var entries = topics.Select(t => FaqReader.Read($"faq-{t}", $"How do I {t} a lamp?", [$"{t} lamp"], "Click on it."));

        var hits = Shop.Snapshot([.. entries]).Search("How do I order the Aurora Lamp?").ToList();

        Assert.Contains(hits, h => h.Passage.IsFaq);
        Assert.Contains(hits, h => h.Passage.Source == "aurora-lamp.md");
    }

    [Fact]
    public void Read_ChangedVariant_IsAnotherRevision()
    {
        var changed = FaqReader.Read("faq-7", "How do I send something back?", ["returns"], "Print the label.");
        var same = FaqReader.Read("faq-7", "How do I send something back?", ["return it"], "Print the label.");

        Assert.NotEqual(changed.Revision, same.Revision);
    }

    [Fact]
    public void Search_OtherScripts_FindTheirEntry()
    {
        var knowledge = Shop.Snapshot(
            FaqReader.Read("zh", "如何退货？", ["我想把商品退回去"], "请打印标签。"),
            FaqReader.Read("zh-pay", "可以用什么方式付款？", ["支持支付宝吗"], "支持信用卡。"),
            FaqReader.Read("th", "ฉันจะคืนสินค้าได้อย่างไร", [], "พิมพ์ฉลาก"));

        Assert.Equal("zh", knowledge.Search("退货怎么办").First().Passage.Source);
        Assert.Equal("zh-pay", knowledge.Search("付款方式有哪些").First().Passage.Source);
        Assert.Equal("th", knowledge.Search("อยากคืนสินค้า").First().Passage.Source);
    }
}
