using System.Collections.Immutable;
using System.Globalization;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class BriefTests
{
    private readonly List<LoggedEvent> _log = [];

    [Fact]
    public void Of_Conversation_SaysWhatIsWantedKnownTriedAndOpen()
    {
        Customer("Hi!");
        Customer("I paid 49.90 €.");
        Customer("My order #W4923227 arrived broken, I want my money back.");
        Assistant("Refunds take five days [1].", "Returns", Outcomes.Answered, id: "m-1");
        Add(new Rated { MessageId = "m-1", Score = 1, By = "customer" });
        Customer("My order #W4923227 arrived broken, I want my money back!!");
        Customer("Can you call me at +49 30 1234567?");
        Add(new EscalationRequested { Reason = EscalationReasons.Frustration, Kind = EscalationTypes.Complaint, Desk = "main" });
        var brief = Brief();

        Assert.Contains("#W4923227", brief.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Hi!", brief.Summary, StringComparison.Ordinal);
        Assert.Contains(new BriefFact { Label = "order", Value = "#W4923227" }, brief.Facts);
        Assert.Contains(new BriefFact { Label = "amount", Value = "49.90 €" }, brief.Facts);
        Assert.Contains(new BriefFact { Label = "phone", Value = "+49 30 1234567" }, brief.Facts);
        Assert.Equal("Answered: Refunds take five days. (Returns) – rated 1 of 5 – asked again", Assert.Single(brief.Tried));
        Assert.Equal("Can you call me at +49 30 1234567?", brief.OpenQuestion);
        Assert.Equal("Say first that you see what went wrong, then solve it.", brief.NextStep);
        Assert.Equal((EscalationReasons.Frustration, EscalationTypes.Complaint), (brief.Reason, brief.Type));
        Assert.NotEqual(Sentiments.Calm, brief.Sentiment);
        Assert.True(BriefRules.SaysSame(brief, Brief()));
    }

    [Fact]
    public void Of_FormsAndTokens_KnowsWhoTheCustomerIs()
    {
        Add(new ConversationStarted { ContactId = "c", Channel = "widget", Details = new StartDetails { Name = "Mia Wolf", Email = "mia@example.com" } });
        Add(new FormSubmitted { FormId = "f", Skipped = false, Answers = new FormAnswers(ImmutableDictionary<string, string>.Empty.Add("company", "Wolf GmbH"), null) });
        Assert.Equal(
            [("name", "Mia Wolf"), ("email", "mia@example.com"), ("company", "Wolf GmbH")], Brief().Facts.Select(f => (f.Label, f.Value)));
    }

    [Fact]
    public void Of_AnsweredOrResolved_HasNothingOpen()
    {
        Customer("How heavy is the lamp?");
        Assert.Equal("How heavy is the lamp?", Brief().OpenQuestion);
        Assistant("It weighs 900 g [1].", "Lamp", Outcomes.Answered);
        Assert.Null(Brief().OpenQuestion);
        Customer("And the heater?");
        Assistant("That is for the team.", null, Outcomes.Handoff);
        Assert.Equal("And the heater?", Brief().OpenQuestion);
        Add(new Resolved { By = "staff" });
        Assert.Equal((null, null), (Brief().OpenQuestion, Brief().NextStep));
    }

    [Theory]
    [InlineData("Meine Bestellung 4471893 vom 3. März 2026 ist nicht da.", "order", "4471893")]
    [InlineData("Meine Bestellung 4471893 vom 3. März 2026 ist nicht da.", "date", "3. März 2026")]
    [InlineData("Où est ma commande n° FR-20931 ?", "order", "FR-20931")]
    [InlineData("Mi pedido 99812 no ha llegado", "order", "99812")]
    [InlineData("Gdzie jest moje zamówienie nr 771203?", "order", "771203")]
    [InlineData("Где мой заказ № 550173?", "order", "550173")]
    [InlineData("注文番号 8834521 はどこですか？", "order", "8834521")]
    [InlineData("订单号 20261103 还没到", "order", "20261103")]
    [InlineData("주문 번호 552310 어디 있나요?", "order", "552310")]
    [InlineData("أين طلبي رقم 447120؟", "order", "447120")]
    [InlineData("The TrailMaster X4 leaks", "product", "TrailMaster X4")]
    [InlineData("I bought it on December 27th, 2018", "date", "December 27th, 2018")]
    [InlineData("write to jo.bloggs@example.co.uk please", "email", "jo.bloggs@example.co.uk")]
    public void In_Message_FindsTheFact(string text, string label, string value) =>
        Assert.Contains(BriefFacts.In(text), f => f.Label == label && f.Value.Trim('#', ' ') == value);

    [Theory]
    [InlineData("It holds 2000mm of water and weighs 12lbs.")]
    [InlineData("See you at 10am on the 3rd floor")]
    [InlineData("How many people sleep in it?")]
    public void In_MessageWithoutFacts_FindsNone(string text) => Assert.Empty(BriefFacts.In(text));

    [Fact]
    public async Task Read_FromTheTail_NeedsNoDatabase()
    {
        for (var i = 0; i < 60; i++) Customer($"Question {i} about order #W49232{i:00}?");

        // There is no store to ask, so any query would fail.
        using var feed = new ConversationFeed("s/c", null!, new EventTail([.. _log], _log.Count, 64), TimeSpan.Zero, TimeProvider.System);
        var first = await feed.Brief.Read(CancellationToken.None);
        Assert.Equal(60, first.ThroughSeq);
        Assert.Same(first, await feed.Brief.Read(CancellationToken.None));
        Customer("One more?");
        feed.Show([_log[^1]]);
        Assert.Equal("One more?", (await feed.Brief.Read(CancellationToken.None)).OpenQuestion);
    }

    [Fact]
    public void After_InPiecesOrAtOnce_IsTheSame()
    {
        for (var i = 0; i < 100; i++)
        {
            Customer($"My order #W49232{i:00} is late, the {i}th time!");
            Assistant($"Answer {i} [1].", "Delivery", Outcomes.Answered);
        }

        var pieces = _log.Chunk(7).Aggregate(BriefMaterial.Empty, (m, c) => m.After(c));
        Assert.True(BriefRules.SaysSame(BriefRules.Of(pieces), Brief()));
        Assert.InRange(Brief().Facts.Length, 1, 20);
        Assert.InRange(Brief().Tried.Length, 1, 6);
    }

    [SkippableFact]
    public void In_RealConversations_FindsMailAddressesAndOrders()
    {
        var texts = DataSets.RequireLines("load_replay", "retail_tool_conversations.jsonl")
            .SelectMany(c => c.GetProperty("messages").EnumerateArray())
            .Where(m => m.GetProperty("from").GetString() == "customer" && m.TryGetProperty("text", out _)).Select(m => m.GetProperty("text").GetString()!).ToList();
        Assert.InRange(Share(texts, "order", t => t.Split(' ').Where(w => w.StartsWith("#W", StringComparison.Ordinal)).Select(w => w[..Math.Min(9, w.Length)])), 0.98, 1);
        Assert.InRange(Share(texts, "email", t => t.Split(' ').Where(w => w.Contains('@', StringComparison.Ordinal)).Select(w => w.Trim('.', ',', '?', '!'))), 0.98, 1);
    }

    [SkippableFact]
    public void In_RealMessages_FindsMostDatesThatNameAMonth()
    {
        var rows = DataSets.RequireLines("contact_slots", "items.jsonl").Where(r => r.GetProperty("slots").TryGetProperty("date", out _))
            .Select(r => (Text: r.GetProperty("text").GetString()!, Date: r.GetProperty("slots").GetProperty("date").ToString()))
            .Where(r => r.Date.Any(char.IsDigit) && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(m => m.Length > 0 && r.Date.Contains(m, StringComparison.OrdinalIgnoreCase))).ToList();
        Skip.If(rows.Count == 0);
        var found = rows.Count(r => BriefFacts.In(r.Text).Any(f => f.Label == "date"));
        Assert.InRange((double)found / rows.Count, 0.8, 1);
    }

    private static double Share(List<string> texts, string label, Func<string, IEnumerable<string>> wanted)
    {
        var all = texts.SelectMany(t => wanted(t).Select(w => (Text: t, Wanted: w))).ToList();
        return (double)all.Count(a => BriefFacts.In(a.Text).Any(f => f.Label == label && f.Value == a.Wanted)) / all.Count;
    }

    private ConversationBrief Brief() => BriefRules.Of(BriefMaterial.Empty.After(_log));

    private void Customer(string text) => Add(new MessagePosted { MessageId = $"c-{_log.Count}", Role = MessageRole.Customer, Text = text });

    private void Assistant(string text, string? source, string outcome, string? id = null)
    {
        id ??= $"a-{_log.Count}";
        Add(new MessagePosted
        {
            MessageId = id,
            Role = MessageRole.Assistant,
            Text = text,
            Citations = source is null ? [] : [new Citation { N = 1, Source = source, Title = source, Revision = "r", ChunkId = "c", Quote = "q" }],
        });
        Add(new TurnCompleted { TurnId = "t", MessageId = id, Outcome = outcome });
    }

    private void Add(ConversationEvent e)
    {
        var made = EventFormat.ToNewEvent(e);
        _log.Add(new LoggedEvent { Seq = _log.Count + 1, Type = made.Type, At = DateTimeOffset.UnixEpoch, Data = made.Data, StaffData = made.StaffData });
    }
}
