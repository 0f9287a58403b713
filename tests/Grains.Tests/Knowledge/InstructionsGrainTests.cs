using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Grains.Tests.Knowledge.Learning;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

[Collection(SiloCollection.Name)]
public sealed class InstructionsGrainTests(SiloFixture fixture)
{
    private static readonly InstructionEntry Polite = new() { Id = "polite", Type = "tone", Text = "Be polite.\nBe short.", Author = "Ada" };

    [Fact]
    public async Task Put_Versions_KeepWhoWroteWhatAndWhatIsPublished()
    {
        var naming = fixture.NewStore();
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(await naming);
        await grain.Put(Polite);
        var same = await grain.Put(Polite with { Author = "Someone" });
        var draft = await grain.Put(Polite with { Text = "Be polite.\nBe warm.", State = InstructionStates.Draft, Author = "Bo" });
        var history = await grain.History("polite");
        var withdrawn = await grain.Put(Polite with { State = InstructionStates.Withdrawn });

        Assert.Equal((1L, 1L), (same.Version, same.PublishedVersion));
        Assert.Equal((2L, 1L, InstructionStates.Draft), (draft.Version, draft.PublishedVersion, draft.State));
        Assert.Equal([(2L, "Bo"), (1L, "Ada")], history.Items.Select(v => (v.Version, v.Author!)));
        Assert.Equal(["  Be polite.", "- Be short.", "+ Be warm."], history.Items[0].Diff.ToArray());
        Assert.Equal(["+ Be polite.", "+ Be short."], history.Items[1].Diff.ToArray());
        Assert.Null(withdrawn.PublishedVersion);
        await grain.Delete("polite");
        Assert.Empty((await grain.List(null, 10)).Items);
    }

    [Fact]
    public async Task Preview_MessageThatIsAnswered_ShowsTheExactPromptAndWhatItCosts()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(store);
        await fixture.Grains.GetGrain<IFaqsGrain>(store).Put(new FaqEntry { Id = "lamp", Question = "How heavy is the lamp?", Answer = "The lamp weighs 900 g." });
        await grain.Put(Polite);
        await grain.Put(new InstructionEntry { Id = "first", Type = "policy", Text = "Mention the warranty.", Priority = 5 });
        await grain.Put(new InstructionEntry { Id = "german", Type = "tone", Text = "Sieze.", Locales = ["de-AT"] });
        await grain.Put(new InstructionEntry { Id = "over", Type = "policy", Text = "Summer sale.", To = DateTimeOffset.UnixEpoch });
        await grain.Put(new InstructionEntry { Id = "draft", Type = "policy", Text = "Secret plan.", State = InstructionStates.Draft });

        var preview = await grain.Preview(new AskQuestion { Text = "How heavy is the lamp?" });
        var other = await grain.Preview(new AskQuestion { Text = "Hello!" });

        Assert.Equal(("answer/4", "answer"), (preview.PromptId, preview.Decision));
        Assert.Equal(["first/1", "polite/1"], preview.Instructions.ToArray());
        Assert.Contains("- policy: Mention the warranty.\n- tone: Be polite.", preview.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("900 g", preview.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(("user", "How heavy is the lamp?"), (preview.Messages[^1].Role, preview.Messages[^1].Text));
        Assert.Equal("lamp", preview.Passages[0].Source);
        Assert.All(preview.Parts.Where(p => p.Name is "prompt" or "instructions" or "questions" or "passages"), p => Assert.True(p.Tokens > 0));
        Assert.NotEqual("answer", other.Decision);
        Assert.Empty(other.Messages);
    }

    [Fact]
    public async Task Preview_MoreInstructionsThanHaveRoom_KeepsTheRelevantAndNamesTheOthers()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(store);
        await fixture.Grains.GetGrain<IFaqsGrain>(store).Put(new FaqEntry { Id = "lamp", Question = "How heavy is the lamp?", Answer = "The lamp weighs 900 g." });
        await grain.Put(Polite);
        await grain.Put(new InstructionEntry { Id = "lamps", Type = "product", Text = "Say of a heavy lamp that it needs a strong hook.", Priority = -5 });
        for (var i = 0; i < 9; i++)
            await grain.Put(new InstructionEntry { Id = $"other{i}", Type = "product", Text = $"Chairs {i}. " + string.Concat(Enumerable.Repeat("Recommend oiling wooden chairs. ", 120)), Priority = 50 });

        var preview = await grain.Preview(new AskQuestion { Text = "How heavy is the lamp?" });

        Assert.Contains("polite/1", preview.Instructions);
        Assert.Contains("lamps/1", preview.Instructions);
        Assert.NotEmpty(preview.CutInstructions);
        Assert.All(preview.CutInstructions, i => Assert.StartsWith("other", i, StringComparison.Ordinal));
        Assert.Equal(preview.CutInstructions.Length, preview.Parts.Single(p => p.Name == "instructions").Cut);
        Assert.Equal(11, preview.Instructions.Length + preview.CutInstructions.Length);
    }

    [Fact]
    public async Task GetEffect_RatedAnswers_AreComparedWithAndWithout()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(store);
        await grain.Put(Polite);
        await using var node = new LearningNode(
            fixture.Silo.Services.GetRequiredService<NpgsqlDataSource>(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        foreach (var score in new[] { 5, 4 })
        {
            var (log, answer) = await node.Ask(store, "How heavy is the lamp?", Outcomes.Answered, "It weighs 900 g.");
            await node.Rate(log, answer, score);
            if (score == 4) await node.Ask(log, "I do not believe that lamp.", Outcomes.Handoff, "I can offer you a person.");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        InstructionEffect effect;
        do effect = await grain.GetEffect("polite", limit.Token);
        while (effect.With.Ratings < 2 || effect.With.HandoffRate!.Value == 0);

        Assert.Equal((2L, 4.5, 0.5), (effect.With.Answers, effect.With.MeanRating!.Value, effect.With.HandoffRate!.Value));
        Assert.Equal(new EffectFigures { Answers = 0, Ratings = 0 }, effect.Without);
        await grain.Put(Polite with { Id = "other" });
        Assert.Equal(2, (await grain.GetEffect("other", limit.Token)).Without.Answers);
        await Assert.ThrowsAsync<SupportException>(() => grain.GetEffect("none", limit.Token));
    }

    [Fact]
    public async Task Test_Draft_IsGivenToOneSideOnly()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(store);
        await grain.Put(Polite);
        fixture.Assistant.For(store, (input, _) => Say(input));

        var result = await grain.Test(new InstructionTest { Messages = ["Hello?"], Draft = Polite with { Text = "Sing." } });

        var row = Assert.Single(result.Rows);
        Assert.Equal(("Be polite.\nBe short.", "Sing."), (row.Published.Answer, row.Draft.Answer));
        Assert.Equal(1, (await grain.Get("polite")).Version);

        static async IAsyncEnumerable<TurnUpdate> Say(TurnInput input)
        {
            await Task.CompletedTask;
            yield return new TurnFinished(ScriptedAssistant.Result(string.Join(" / ", input.Instructions!.Value.Select(i => i.Entry.Text))));
        }
    }

    [Fact]
    public async Task Import_GoodAndBadLines_ReportsEach()
    {
        var naming = fixture.NewStore();
        var grain = fixture.Grains.GetGrain<IInstructionsGrain>(await naming);
        InstructionLine[] lines = [new() { Line = 1, Entry = Polite }, new() { Line = 2, Entry = Polite with { Id = "odd", Type = "mood" } }];

        var dry = await grain.Import(new InstructionImport { Lines = [.. lines], DryRun = true });
        var none = await grain.List(null, 10);
        var real = await grain.Import(new InstructionImport { Lines = [.. lines] });
        var again = await grain.Import(new InstructionImport { Lines = [.. lines] });

        Assert.Empty(none.Items);
        Assert.Equal((1, 1), (dry.Added, dry.Rejected));
        Assert.Equal((1, 0, 1), (real.Added, real.Unchanged, real.Rejected));
        Assert.Equal((0, 1, 1), (again.Added, again.Unchanged, again.Rejected));
        Assert.Equal(2, Assert.Single(real.Problems).Line);
    }
}
