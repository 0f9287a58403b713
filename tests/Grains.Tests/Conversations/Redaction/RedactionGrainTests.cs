using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>What a conversation in memory still says of a source that the store removes.</summary>
[Collection(SiloCollection.Name)]
public sealed class RedactionGrainTests(SiloFixture fixture)
{
    [Fact]
    public async Task Delete_SourceQuotedByAConversationInMemory_IsNoLongerServedOnAnyWay()
    {
        var store = await fixture.NewStore();
        var faqs = fixture.Grains.GetGrain<IFaqsGrain>(store);
        await faqs.Put(new FaqEntry { Id = "lamp", Question = "How heavy is the lamp?", Answer = "It weighs 900 g." });
        fixture.Assistant.For(store, Quote);
        var conversation = await fixture.NewConversation(store);
        await conversation.Post(new PostMessage { ClientMessageId = "c", Text = "How heavy is it?" });
        var before = new Follower(conversation);
        await before.UntilAnswers(1);
        Assert.Contains("It weighs 900 g.", before.Messages.Last().Citations[0].Quote, StringComparison.Ordinal);

        CallerContext.Current = Caller.Administrator;
        await fixture.Grains.GetGrain<ISourcesGrain>(store).Delete(SourceKinds.Faq, "lamp");

        // The projector and the sweeper do it by themselves, whichever has the answer first.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Follower after;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            after = new Follower(conversation, Audience.Staff);
            await after.UntilAnswers(1);
            await after.Until(f => f.Events.Any(e => e.Type == EventTypes.TurnCompleted));
        }
        while (!after.Messages.Last().Citations[0].Removed);

        Assert.DoesNotContain(after.Events, e => $"{e.Data}{e.StaffData}".Contains("It weighs 900 g.", StringComparison.Ordinal));
        Assert.Equal((1, "lamp"), (after.Messages.Last().Citations[0].N, after.Messages.Last().Citations[0].Title));
    }

    private static async IAsyncEnumerable<TurnUpdate> Quote(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var result = ScriptedAssistant.Result("Nine hundred grams [1].");
        yield return new TurnFinished(result with
        {
            Citations = [new Citation { N = 1, Source = "lamp", Title = "lamp", Revision = "r", ChunkId = "c", Quote = "It weighs 900 g." }],
            Trace = result.Trace with { Passages = [new SearchHit { Source = "lamp", ChunkId = "c", Score = 1, Text = "It weighs 900 g.", Title = "lamp" }] },
        });
    }
}
