using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class ResilientChatClientTests : IAsyncLifetime
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "How waterproof?")];

    private ScriptedModel _first = null!;
    private ScriptedModel _second = null!;

    public async Task InitializeAsync()
    {
        _first = await ScriptedModel.Start();
        _second = await ScriptedModel.Start();
        _second.Otherwise = ModelScript.Says("From the second model.");
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Call_TransientStatus_IsTriedAgain(int status)
    {
        _first.Enqueue(ModelScript.Error(status));
        _first.Enqueue(ModelScript.Says("Second try."));

        using var client = Client();
        var response = await client.GetResponseAsync(Question);

        Assert.Equal("Second try.", response.Text);
        Assert.Equal(2, _first.Requests.Count);
    }

    [Fact]
    public async Task Call_CutBeforeFirstToken_IsTriedAgain()
    {
        _first.Enqueue(new ModelScript { CutAfter = 0 });
        _first.Enqueue(ModelScript.Says("Second try."));

        using var client = Client();
        Assert.Equal("Second try.", (await client.GetResponseAsync(Question)).Text);
    }

    [Fact]
    public async Task Call_Garbage_IsTriedAgain()
    {
        _first.Enqueue(new ModelScript { Garbage = "data: nonsense\n\n" });
        _first.Enqueue(ModelScript.Says("Second try."));

        using var client = Client();
        Assert.Equal("Second try.", (await client.GetResponseAsync(Question)).Text);
    }

    [Fact]
    public async Task Call_RetryAfter_IsWaitedFor()
    {
        // Without the header the client would wait for a minute.
        _first.Enqueue(ModelScript.Error(429, "0.05"));
        _first.Enqueue(ModelScript.Says("Second try."));
        using var client = Client(retryDelay: TimeSpan.FromMinutes(1));

        var response = await client.GetResponseAsync(Question).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("Second try.", response.Text);
    }

    [Fact]
    public async Task Call_RetryAfterTooLong_GoesToTheSecondModel()
    {
        _first.Otherwise = ModelScript.Error(429, "3600");
        using var client = Client(withSecond: true);

        Assert.Equal("From the second model.", (await client.GetResponseAsync(Question)).Text);
        Assert.Single(_first.Requests);
    }

    [Fact]
    public async Task Call_StalledBeforeFirstToken_GoesToTheSecondModel()
    {
        _first.Otherwise = new ModelScript { StallAfter = 0 };
        using var client = Client(firstToken: TimeSpan.FromMilliseconds(80), retries: 0, withSecond: true);

        var response = await client.GetResponseAsync(Question);

        Assert.Equal("From the second model.", response.Text);
        Assert.Equal("second", response.ModelId);
        await (await _first.NextRequest()).ClosedByClient.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Call_WrongKey_IsNotRepeatedButFailsOver()
    {
        _first.Otherwise = ModelScript.Error(401);
        using var client = Client(withSecond: true);

        Assert.Equal("From the second model.", (await client.GetResponseAsync(Question)).Text);
        Assert.Single(_first.Requests);
    }

    [Fact]
    public async Task Call_AllFail_ThrowsModelException()
    {
        _first.Otherwise = ModelScript.Error(500);
        _second.Otherwise = ModelScript.Error(503);
        using var client = Client(withSecond: true, retries: 1);

        var failure = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Question));

        Assert.Equal("http-503", failure.Reason);
        Assert.Equal((2, 2), (_first.Requests.Count, _second.Requests.Count));
    }

    [Fact]
    public async Task Call_CutAfterFirstToken_IsNotRepeated()
    {
        var read = new TaskCompletionSource();
        _first.Enqueue(new ModelScript { Text = "one two three", CutAfter = 1, Gate = read.Task });
        using var client = Client(withSecond: true);
        var text = "";

        await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question))
            {
                text += update.Text;
                read.TrySetResult();
            }
        });

        Assert.Equal("one", text);
        Assert.Single(_first.Requests);
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task Call_TooLongAsAWhole_FailsAndClosesTheRequest()
    {
        _first.Enqueue(new ModelScript { Text = "one two three", StallAfter = 1 });
        using var client = Client(whole: TimeSpan.FromMilliseconds(80));

        var failure = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Question));

        Assert.Equal("timeout", failure.Reason);
        await (await _first.NextRequest()).ClosedByClient.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Call_CancelledWhileStalled_StopsAtOnce()
    {
        _first.Otherwise = new ModelScript { StallAfter = 0 };
        using var client = Client();
        using var cancel = new CancellationTokenSource();

        var call = client.GetResponseAsync(Question, null, cancel.Token);
        var request = await _first.NextRequest();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await request.ClosedByClient.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Single(_first.Requests);
    }

    private ResilientChatClient Client(
        TimeSpan? firstToken = null, TimeSpan? whole = null, TimeSpan? retryDelay = null, int retries = 2, bool withSecond = false)
    {
        var options = new ModelOptions
        {
            Retries = retries,
            RetryDelay = retryDelay ?? TimeSpan.FromMilliseconds(1),
            FirstTokenTimeout = firstToken ?? TimeSpan.FromSeconds(20),
            Timeout = whole ?? TimeSpan.FromSeconds(30),
        };
        List<NamedModel> models = [Model("first", _first)];
        if (withSecond) models.Add(Model("second", _second));
        return new ResilientChatClient(models, options, TimeProvider.System, NullLogger<ResilientChatClient>.Instance);
    }

    private static NamedModel Model(string name, ScriptedModel server) => new(name, new OpenAiChatClient(
        new ModelEndpoint { Provider = "openai", Name = name, Endpoint = server.Url }, 100, TimeSpan.FromSeconds(20)));
}
