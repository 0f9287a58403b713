using Microsoft.Extensions.AI;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>What becomes of the words of a real model.</summary>
public sealed class ModelAnswerTests : IAsyncLifetime
{
    private const string Question = "How heavy is the Aurora Lamp?";

    private ScriptedModel _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModel.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Run_CitedAnswer_IsKeptWithTheProvidersTokens()
    {
        var result = await Ask("It weighs 900 g [1].");

        Assert.Equal("It weighs 900 g [1].", result.Text);
        Assert.Equal("Weight: 900 g", Assert.Single(result.Citations).Quote);
        Assert.Equal(("scripted", 120, 9), (result.Trace.Model, result.Trace.InputTokens, result.Trace.OutputTokens));
    }

    [Fact]
    public async Task Run_MarkersOfNoPassage_AreTakenOut()
    {
        var result = await Ask("It weighs 900 g [1][77], 【2】 as said [99].");

        Assert.DoesNotContain("77", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("99", result.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], result.Citations.Select(c => c.N));
    }

    [Theory]
    [InlineData("It weighs 900 g [1]. See [here](https://evil.example/x) or https://evil.example/y.")]
    [InlineData("It weighs 900 g [1]. ![p](https://evil.example/p.png) www.evil.example")]
    [InlineData("It weighs 900 g [1]. [click](javascript:alert(1)) https://shop.example.evil.example/")]
    public async Task Run_ForeignLinks_AreDropped(string answer)
    {
        var result = await Ask(answer);

        Assert.DoesNotContain("evil", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", result.Text, StringComparison.Ordinal);
        Assert.StartsWith("It weighs 900 g [1].", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LinkOfAPassage_Stays()
    {
        var result = await Ask("Within 30 days [1]: https://shop.example/returns", "How many days do I have to send something back?");

        Assert.Contains("https://shop.example/returns", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I'm sorry, but I don't know.")]
    [InlineData("Das weiß ich leider nicht. Ich weiß es nicht.")]
    public async Task Run_EmptyOrRefused_BecomesAnOfferOfAPerson(string answer)
    {
        var result = await Ask(answer);

        Assert.Equal((Outcomes.Handoff, true), (result.Outcome, result.OffersHuman));
        Assert.Equal(Phrases.Get(Phrases.OfferPerson, "en"), result.Text);
    }

    [Fact]
    public async Task Run_NoCitation_IsSentBackOnce()
    {
        _server.Enqueue(ModelScript.Says("It surely weighs about a kilo."));
        var result = await Ask("It weighs 900 g [1].");

        Assert.Equal(("It weighs 900 g [1].", Outcomes.Answered), (result.Text, result.Outcome));
        Assert.Equal(2, _server.Requests.Count);
        Assert.Equal(240, result.Trace.InputTokens);
        Assert.Equal("It surely weighs about a kilo.", Assert.Single(_server.Requests[^1].Messages("assistant")));
        Assert.StartsWith("Your answer names no passage", _server.Requests[^1].Messages("system").Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It surely weighs about 3 tons.")]
    [InlineData("It weighs 900 g [9].")]
    public async Task Run_NoCitationTwice_BecomesAnOfferOfAPerson(string answer)
    {
        var result = await Ask(answer);

        Assert.Equal((Outcomes.Handoff, true), (result.Outcome, result.OffersHuman));
        Assert.Empty(result.Citations);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Run_Request_HoldsPassagesAsDataAndTheWholeBurst()
    {
        await Ask("It weighs 900 g [1].", "Hi", Question);

        var request = Assert.Single(_server.Requests);
        var system = Assert.Single(request.Messages("system"));
        Assert.Contains("<passage n=\"1\" title=\"Aurora Lamp\"", system, StringComparison.Ordinal);
        Assert.Contains("Weight: 900 g", system, StringComparison.Ordinal);
        Assert.Equal(["Hi", Question], request.Messages("user"));
    }

    [Fact]
    public async Task Run_SmallTalkAndOffers_CallNoModel()
    {
        await Ask("never", "hello");
        await Ask("never", "Do you have a shop in Berlin?");

        Assert.Empty(_server.Requests);
    }

    private Task<TurnResult> Ask(string answer, params string[] messages)
    {
        _server.Otherwise = ModelScript.Says(answer);
        IChatClient client = new OpenAiChatClient(
            new ModelEndpoint { Provider = "openai", Name = "scripted", Endpoint = _server.Url }, 100, TimeSpan.FromSeconds(20));
        return new Turns(model: client).Ask(messages.Length == 0 ? [Question] : messages);
    }
}
