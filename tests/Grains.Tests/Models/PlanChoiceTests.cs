using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class PlanChoiceTests
{
    private static readonly KnowledgeSnapshot Store = Snapshot(
        ("lamp.md", "# Polar lamp\n\nThe Polar lamp weighs 900 g.\n"), ("returns.md", "# Returns\n\nYou can return an order within 30 days.\n"));

    private static readonly KnowledgeSnapshot Attached = Sent(Snapshot(
        ("invoice.md", "# Invoice 77\n\nThe total of the invoice is 45 euros.\n\nThe order can be returned within 14 days.\n"),
        ("zefir.md", "# Zefir kettle\n\nThe Zefir kettle holds 1.2 litres.\n")));

    [Theory]
    [InlineData("What is the total of the invoice?", false, "invoice.md")]
    [InlineData("How heavy is the Polar lamp?", true, "lamp.md")]
    [InlineData("How long can I return an order?", false, "returns.md")]
    [InlineData("How much does the Zefir hold?", false, "zefir.md")]
    public void Of_AQuestion_IsOfTheIndexThatItIsAbout(string question, bool attaches, string source)
    {
        var plan = PlanChoice.Of(Store, new Turns().Input(question) with { Beside = Attached, Attaches = attaches });

        Assert.Equal(Decision.Answer, plan.Decision);
        Assert.Equal(source, Assert.Single(plan.Questions).Found[0].Statement.Passage.Source);
    }

    [Fact]
    public void Of_QuestionsForBoth_AnswersEachFromItsOwn()
    {
        var plan = PlanChoice.Of(Store, new Turns().Input("What is the total of the invoice?", "How heavy is the Polar lamp?") with { Beside = Attached });

        Assert.Equal(["invoice.md", "lamp.md"], plan.Questions.Select(q => q.Found[0].Statement.Passage.Source).Order());
        Assert.False(plan.HasRest);
    }

    [Fact]
    public void Of_QuestionThatBothAnswer_SaysTheStoresWordFirst()
    {
        var input = new Turns().Input("How long can the order be returned?") with { Beside = Attached, Attaches = true };

        var plan = PlanChoice.Of(Store, input);

        Assert.Equal(["returns.md", "invoice.md"], plan.Questions.Select(q => q.Found[0].Statement.Passage.Source));
        Assert.Equal([false, true], plan.Questions.Select(q => q.Query.OfAttachments));
        Assert.Equal((Decision.Answer, false), (plan.Decision, plan.HasRest));
        Assert.Equal(
            "You can return an order within 30 days [1].\n\nIn what you sent: The order can be returned within 14 days [2].",
            AnswerWriter.Write(plan.Questions.Select(q => q.Query), plan.Passages(), "en"));
    }

    [Fact]
    public void Of_WhatIsForStaff_TakesThePlaceOfTheStoresWordInItsVoice()
    {
        var staff = Snapshot(("returns-staff.md", "# Returns\n\nAn order can be returned by its buyer within 45 days.\n"));
        var input = new Turns().Input("Within how many days can an order be returned by its buyer?") with { Beside = staff };

        var plan = PlanChoice.Of(Store, input);

        Assert.Equal("returns-staff.md", Assert.Single(plan.Questions).Found[0].Statement.Passage.Source);
        Assert.Equal("An order can be returned by its buyer within 45 days [1].", AnswerWriter.Write(plan.Questions.Select(q => q.Query), plan.Passages(), "en"));
    }

    [Fact]
    public void Of_AttachmentWithoutText_AsksWhatItIsAbout()
    {
        var plan = PlanChoice.Of(Store, new Turns().Input("") with { Beside = Attached, Attaches = true });

        Assert.Equal((Decision.SmallTalk, Phrases.Attached), (plan.Decision, plan.SmallTalk));
    }

    private static KnowledgeSnapshot Snapshot(params (string Name, string Text)[] documents) =>
        new(documents.Select(d => DocumentReader.Read(d.Name, d.Text)));

    private static KnowledgeSnapshot Sent(KnowledgeSnapshot snapshot) => new(snapshot.Sources.Select(s => s.Attached(null)));
}
