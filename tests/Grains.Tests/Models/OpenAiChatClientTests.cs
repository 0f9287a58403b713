using Microsoft.Extensions.AI;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class OpenAiChatClientTests : IAsyncLifetime
{
    private ScriptedModel _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModel.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Stream_Text_ComesInPiecesWithUsage()
    {
        _server.Enqueue(ModelScript.Says("The rating is 2000 mm [1]."));

        var updates = await Client().GetStreamingResponseAsync([new(ChatRole.User, "How waterproof?")]).ToListAsync();

        Assert.Equal("The rating is 2000 mm [1].", string.Concat(updates.Select(u => u.Text)));
        Assert.True(updates.Count(u => u.Text.Length > 0) > 3);
        var usage = Assert.Single(updates.SelectMany(u => u.Contents).OfType<UsageContent>()).Details;
        Assert.Equal((120, 9), (usage.InputTokenCount, usage.OutputTokenCount));
        Assert.Contains(updates, u => u.FinishReason == ChatFinishReason.Stop);
    }

    [Fact]
    public async Task Stream_ByteByByte_ReadsTheSame()
    {
        _server.Enqueue(new ModelScript { Text = "Größe: 2,5 m – 水 [1].", ByteByByte = true });

        var response = await Client().GetResponseAsync([new(ChatRole.User, "?")]);

        Assert.Equal("Größe: 2,5 m – 水 [1].", response.Text);
    }

    [Fact]
    public async Task Stream_Request_CarriesRolesKeyAndStreamOptions()
    {
        List<ChatMessage> messages =
        [
            new(ChatRole.System, "Be short."),
            new(ChatRole.User, "Hello"),
            new(ChatRole.Assistant, "Hi"),
            new(ChatRole.User, "How heavy?"),
        ];

        await Client().GetResponseAsync(messages);

        var request = Assert.Single(_server.Requests);
        Assert.Equal("Bearer secret-key", request.Authorization);
        Assert.Equal(["Be short."], request.Messages("system"));
        Assert.Equal(["Hello", "How heavy?"], request.Messages("user"));
        Assert.Equal(["Hi"], request.Messages("assistant"));
        Assert.True(request.Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        Assert.Equal("scripted", request.Body.GetProperty("model").GetString());
    }

    [Fact]
    public async Task Stream_ToolCalls_AreDeclaredAndPutTogether()
    {
        _server.Enqueue(new ModelScript { ToolCalls = [("find_order", "{\"id\":\"A-7\",\"open\":true}"), ("stock", "{}")] });
        var tool = DeclaredTool.Of("find_order", """{"type":"object","properties":{"id":{"type":"string"}}}""");

        var response = await Client().GetResponseAsync([new(ChatRole.User, "Where is A-7?")], new ChatOptions { Tools = [tool] });

        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
        Assert.Equal(["find_order", "stock"], calls.Select(c => c.Name));
        Assert.Equal("A-7", calls[0].Arguments!["id"]!.ToString());
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        var declared = _server.Requests[0].Body.GetProperty("tools")[0].GetProperty("function");
        Assert.Equal("find_order", declared.GetProperty("name").GetString());
        Assert.Equal("object", declared.GetProperty("parameters").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Stream_ToolResults_GoBackWithTheirCalls()
    {
        List<ChatMessage> messages =
        [
            new(ChatRole.User, "Where is A-7?"),
            new(ChatRole.Assistant, [new FunctionCallContent("call_1", "find_order", new Dictionary<string, object?> { ["id"] = "A-7" })]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", "on its way")]),
        ];

        await Client().GetResponseAsync(messages);

        var request = _server.Requests[0];
        Assert.Equal(["on its way"], request.Messages("tool"));
        var call = request.Body.GetProperty("messages")[1].GetProperty("tool_calls")[0];
        Assert.Equal("call_1", call.GetProperty("id").GetString());
        Assert.Equal("{\"id\":\"A-7\"}", call.GetProperty("function").GetProperty("arguments").GetString());
    }

    [Fact]
    public async Task Stream_ArgumentsThatAreNoJson_AreReportedWithTheCall()
    {
        _server.Enqueue(new ModelScript { ToolCalls = [("stock", "{\"id\": nonsense")] });

        var response = await Client().GetResponseAsync([new(ChatRole.User, "?")]);

        var call = Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
        Assert.NotNull(call.Exception);
    }

    [Theory]
    [InlineData(429, "http-429", true)]
    [InlineData(500, "http-500", true)]
    [InlineData(503, "http-503", true)]
    [InlineData(401, "http-401", false)]
    [InlineData(400, "http-400", false)]
    public async Task Stream_Status_BecomesFailure(int status, string reason, bool transient)
    {
        _server.Enqueue(ModelScript.Error(status, "3"));

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client().GetResponseAsync([new(ChatRole.User, "?")]));

        Assert.Equal((reason, transient), (failure.Reason, failure.IsTransient));
        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
        Assert.DoesNotContain("secret-key", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("data: {\"this is\": not json}\n\n")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("")]
    public async Task Stream_Garbage_BecomesTransientFailure(string garbage)
    {
        _server.Enqueue(new ModelScript { Garbage = garbage });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client().GetResponseAsync([new(ChatRole.User, "?")]));

        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Stream_CutLine_BecomesFailureAfterItsText()
    {
        var read = new TaskCompletionSource();
        _server.Enqueue(new ModelScript { Text = "one two three four", CutAfter = 2, Gate = read.Task });
        var text = "";

        var failure = await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync([new(ChatRole.User, "?")]))
            {
                text += update.Text;
                if (text == "one two") read.SetResult();
            }
        });

        Assert.Equal("cut", failure.Reason);
        Assert.Equal("one two", text);
    }

    [Fact]
    public async Task Stream_EndWithoutReason_BecomesFailure()
    {
        _server.Enqueue(new ModelScript { EndsEarly = true });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client().GetResponseAsync([new(ChatRole.User, "?")]));

        Assert.Equal("cut", failure.Reason);
    }

    [Fact]
    public async Task Stream_Cancelled_ClosesTheRequest()
    {
        _server.Enqueue(new ModelScript { Text = "one two three", StallAfter = 1 });
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync([new(ChatRole.User, "?")], null, cancel.Token))
                if (update.Text.Length > 0) await cancel.CancelAsync();
        });

        var request = await _server.NextRequest();
        await request.ClosedByClient.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Stream_NoServer_BecomesTransientFailure()
    {
        var endpoint = new ModelEndpoint { Provider = "openai", Name = "scripted", Endpoint = new Uri($"http://127.0.0.1:{FreePort.Next()}/v1/") };
        using var client = new OpenAiChatClient(endpoint, 100, TimeSpan.FromSeconds(5));

        var failure = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync([new(ChatRole.User, "?")]));

        Assert.True(failure.IsTransient);
    }

    private OpenAiChatClient Client() => new(
        new ModelEndpoint { Provider = "openai", Name = "scripted", ApiKey = "secret-key", Endpoint = _server.Url }, 100, TimeSpan.FromSeconds(20));
}
