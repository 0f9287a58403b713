using System.Net;
using System.Text.Json;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class TranscriptionApiTests : IAsyncLifetime
{
    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Transcribe_Recording_GivesItsWords()
    {
        var (id, token) = await _front.Begin();
        using var reply = await Send(id, token, 1_000_000);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("1000000 bytes", JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Transcribe_TooLargeARecording_IsRefused()
    {
        var (id, token) = await _front.Begin();
        using var reply = await Send(id, token, Limits.RecordingBytes + 1);
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.BadRequest, "audio_invalid");
    }

    [Fact]
    public async Task Transcribe_InAnotherContactsConversation_FindsNone()
    {
        var (id, _) = await _front.Begin();
        var (_, other) = await _front.Begin();
        using var reply = await Send(id, other, 10);
        await ConversationApiTests.AssertProblem(reply, HttpStatusCode.NotFound, "conversation_not_found");
    }

    private async Task<HttpResponseMessage> Send(string conversation, string token, int bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "file", "voice.webm" } };
        return await _front.Send(HttpMethod.Post, $"/api/conversations/{conversation}/transcriptions", token, form);
    }
}
