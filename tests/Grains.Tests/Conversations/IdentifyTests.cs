using System.Collections.Immutable;
using SupportPlatform.Contacts;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class IdentifyTests(SiloFixture silo)
{
    private readonly string _visitor = VisitorId.New();

    [Fact]
    public async Task Identify_AVisitor_CarriesTheConversationOver()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        await grain.Post(Message("how heavy is it?"));
        await new Follower(grain).UntilAnswers(1);
        CallerContext.Current = Known(store) with { Name = "Ada", Email = "ada@example.com" };
        var changed = await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        var again = await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        await grain.Post(Message("and how high?"));
        var follower = new Follower(grain);
        await follower.UntilAnswers(2);
        var listed = await silo.Grains.GetGrain<IConversationsGrain>(store).List(new ConversationFilter { Limit = 10 });

        Assert.Equal((true, false), (changed, again));
        Assert.Equal("""{"contactId":"ada"}""", Assert.Single(follower.Events, e => e.Type == EventTypes.ContactIdentified).Data);
        Assert.Equal("ada", Assert.Single(listed.Conversations).ContactId);
        CallerContext.Current = Caller.Administrator;
        var staff = await grain.GetEvents(0, 100, Audience.Staff);
        Assert.Equal("""{"name":"Ada","email":"ada@example.com"}""", staff.Events.Single(e => e.Type == EventTypes.ContactIdentified).StaffData);
        Assert.Equal("ada", (await grain.GetView()).ContactId);
    }

    [Fact]
    public async Task Identify_AVisitor_IsKnownToContextListBriefAndSearch()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        await grain.Post(Message("how heavy is it?"));
        CallerContext.Current = Known(store) with { Name = "Ada Lovelace", Email = "ada@example.com" };
        await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        CallerContext.Current = Caller.Administrator;

        var id = ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;
        var context = await silo.Grains.GetGrain<IConversationsGrain>(store).GetContext(id);
        Assert.Equal(("Ada Lovelace", "ada@example.com", true), (context.Contact.Name, context.Contact.Email, context.Contact.IsVerified));
        Assert.Equal("Ada Lovelace", context.Line.ContactName);
        var brief = await silo.Grains.GetGrain<ICockpitGrain>(grain.GetPrimaryKeyString()).GetBrief();
        Assert.Contains(new BriefFact { Label = "email", Value = "ada@example.com" }, brief.Facts);
        var search = silo.Grains.GetGrain<IConversationSearchGrain>(store);
        var hits = await search.Search(new ConversationQuery { Text = "lovelace" });
        for (var limit = DateTimeOffset.UtcNow.AddSeconds(10); hits.Hits.IsEmpty && DateTimeOffset.UtcNow < limit; await Task.Delay(50))
            hits = await search.Search(new ConversationQuery { Text = "lovelace" });
        Assert.Equal((id, "Ada Lovelace ada@example.com ada"), (Assert.Single(hits.Hits).Line.ConversationId, hits.Hits[0].Excerpt));
    }

    [Fact]
    public async Task Identify_WithoutAnAddress_IsNotVerifiedByWhatWasSaidBefore()
    {
        var store = await silo.NewStore();
        CallerContext.Current = Caller.Visitor(store, _visitor) with { Name = "Mia", Email = "mia@example.com" };
        var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
        await grain.Start(new StartConversation { ContactId = _visitor });
        CallerContext.Current = Known(store);
        await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        CallerContext.Current = Caller.Administrator;

        var contact = (await silo.Grains.GetGrain<IConversationsGrain>(store).GetContext(ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId)).Contact;
        Assert.Equal((null, null, false), (contact.Name, contact.Email, contact.IsVerified));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_OrIdentify_WithAttributesAndOrders_AreKnownToContextAndSearch(bool fromTheBeginning)
    {
        var store = await silo.NewStore();
        var order = new CustomerOrder { OrderId = "KC-1042", Status = "shipped", Total = "49.90 EUR", Url = "https://shop.example/orders/1042" };
        var known = Known(store) with { Attributes = ImmutableDictionary<string, string>.Empty.Add("plan", "gold"), Orders = [order] };
        var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
        CallerContext.Current = fromTheBeginning ? known : Caller.Visitor(store, _visitor);
        await grain.Start(new StartConversation { ContactId = CallerContext.Current.ContactId! });
        CallerContext.Current = known;
        if (!fromTheBeginning) await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        CallerContext.Current = Caller.Administrator;

        var id = ConversationKey.FromGrainKey(grain.GetPrimaryKeyString()).PublicId;
        var contact = (await silo.Grains.GetGrain<IConversationsGrain>(store).GetContext(id)).Contact;
        Assert.Equal("gold", Assert.Single(contact.Attributes, a => a.Key == "plan").Value);
        Assert.Equal(order, Assert.Single(contact.Orders));
        var search = silo.Grains.GetGrain<IConversationSearchGrain>(store);
        var hits = await search.Search(new ConversationQuery { Text = "KC-1042" });
        for (var limit = DateTimeOffset.UtcNow.AddSeconds(10); hits.Hits.IsEmpty && DateTimeOffset.UtcNow < limit; await Task.Delay(50))
            hits = await search.Search(new ConversationQuery { Text = "KC-1042" });
        Assert.Equal(id, Assert.Single(hits.Hits).Line.ConversationId);
    }

    [Fact]
    public async Task Identify_FiveTimesAtOnce_ChangesOnce()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        CallerContext.Current = Known(store);

        var changes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.Identify(new IdentifyContact { VisitorId = _visitor })));

        Assert.Single(changes, c => c);
    }

    [Fact]
    public async Task Identify_AndARestart_KeepsTheContact()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        CallerContext.Current = Known(store);
        await grain.Identify(new IdentifyContact { VisitorId = _visitor });
        await silo.Restart();

        var reopened = silo.Grains.GetGrain<IConversationGrain>(grain.GetPrimaryKeyString());
        Assert.False(await reopened.Identify(new IdentifyContact { VisitorId = _visitor }));
    }

    [Fact]
    public async Task Identify_ByOrOfSomebodyElse_IsRefused()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(grain, Caller.Visitor(store, VisitorId.New()), _visitor));
        Assert.Equal(ProblemCodes.ConversationNotFound, await Refusal(grain, Known(store), VisitorId.New()));
        CallerContext.Current = Known(store);
        await grain.Identify(new IdentifyContact { VisitorId = _visitor });

        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(grain, Caller.Visitor(store, "bob"), "ada"));
        Assert.Equal(ProblemCodes.ConversationNotFound, await Refusal(grain, Caller.Visitor(store, "bob"), _visitor));
        Assert.Equal(ProblemCodes.AccessDenied, await Refusal(grain, Caller.Administrator, _visitor));
    }

    [Fact]
    public async Task Follow_OfTheVisitor_EndsWithTheIdentification()
    {
        var store = await silo.NewStore();
        var grain = await Begin(store);
        var joined = new TaskCompletionSource();
        var follow = Task.Run(async () =>
        {
            CallerContext.Current = Caller.Visitor(store, _visitor);
            await foreach (var frame in grain.Follow(0, Audience.Customer))
            {
                if (frame.Event?.Type == EventTypes.ContactIdentified) throw new InvalidOperationException("The visitor saw it.");
                joined.TrySetResult();
            }
        });
        await joined.Task.WaitAsync(TimeSpan.FromSeconds(10));
        CallerContext.Current = Known(store);
        await grain.Identify(new IdentifyContact { VisitorId = _visitor });

        var ended = await Assert.ThrowsAsync<SupportException>(() => follow.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(ProblemCodes.ConversationNotFound, ended.Code);
    }

    private static Caller Known(string store) => Caller.Visitor(store, "ada");

    private static PostMessage Message(string text) => new() { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text };

    private static async Task<string> Refusal(IConversationGrain grain, Caller caller, string visitor)
    {
        CallerContext.Current = caller;
        return (await Assert.ThrowsAsync<SupportException>(() => grain.Identify(new IdentifyContact { VisitorId = visitor }))).Code;
    }

    /// <summary>A conversation of the visitor; the present flow goes on as the visitor.</summary>
    private Task<IConversationGrain> Begin(string store)
    {
        CallerContext.Current = Caller.Visitor(store, _visitor);
        return Make();

        async Task<IConversationGrain> Make()
        {
            var grain = silo.Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
            await grain.Start(new StartConversation { ContactId = _visitor });
            return grain;
        }
    }
}
