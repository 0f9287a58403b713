using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class SpeechClientTests : IAsyncLifetime
{
    private static readonly ImmutableArray<byte> Recording = [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3];
    private ScriptedModel _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModel.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Transcribe_Recording_SendsItWithTheKeyAndGivesTheWords()
    {
        _server.Enqueue(ModelScript.Says(" Wo bleibt mein Paket? "));
        Assert.Equal("Wo bleibt mein Paket?", (await Client().Transcribe(Recording, ".webm", CancellationToken.None)).Text);
        var request = Assert.Single(_server.Requests);
        Assert.Equal("Bearer secret-key", request.Authorization);
        Assert.Equal("whisper", request.Body.GetProperty("model").GetString());
        Assert.Equal("message.webm", request.Body.GetProperty("file").GetProperty("name").GetString());
        Assert.Equal(7, request.Body.GetProperty("file").GetProperty("length").GetInt64());
    }

    [Fact]
    public async Task Transcribe_EndpointThatIsDown_FailsWithAClearCode()
    {
        _server.Enqueue(ModelScript.Error(500));
        Assert.Equal(ProblemCodes.TranscriptionFailed, (await Fails(Client())).Code);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Transcribe_EndpointThatHangs_FailsAfterTheTimeLimit()
    {
        _server.Enqueue(new ModelScript { StallAfter = 0 });
        var time = new FakeTimeProvider();
        var failing = Fails(Client(time));
        await _server.NextRequest();
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(ProblemCodes.TranscriptionFailed, (await failing).Code);
    }

    [Theory]
    [InlineData("1A45DFA3", ".webm")]
    [InlineData("4F67675300", ".ogg")]
    [InlineData("52494646000000005741564500", ".wav")]
    [InlineData("00000020667479704D344120", ".mp4")]
    [InlineData("FFFB9064", ".mp3")]
    [InlineData("49443304", ".mp3")]
    [InlineData("FFFE3C00", null)]
    [InlineData("255044462D", null)]
    [InlineData("", null)]
    public void AudioKind_FirstBytes_Decide(string bytes, string? ending) => Assert.Equal(ending, AudioKind.Of(Convert.FromHexString(bytes)));

    private static async Task<SupportException> Fails(SpeechClient client) =>
        await Assert.ThrowsAsync<SupportException>(() => client.Transcribe(Recording, ".webm", CancellationToken.None));

    private SpeechClient Client(TimeProvider? time = null) => new(
        Options.Create(new TranscriptionOptions { Endpoint = _server.Url, ApiKey = "secret-key", Name = "whisper" }),
        time ?? TimeProvider.System,
        NullLogger<SpeechClient>.Instance);
}
