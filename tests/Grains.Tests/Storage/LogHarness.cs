using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>A log writer and a store over a database, as one silo has them.</summary>
internal sealed class LogHarness : IAsyncDisposable
{
    private readonly LogWriter _writer;

    public LogHarness(NpgsqlDataSource dataSource, LogWriterOptions? options = null)
    {
        var given = Options.Create(options ?? new LogWriterOptions());
        DataSource = dataSource;
        _writer = new LogWriter(dataSource, given, TimeProvider.System, NullLogger<LogWriter>.Instance);
        var retry = new StorageRetry(given, TimeProvider.System, NullLogger<StorageRetry>.Instance);
        Store = new ConversationStore(dataSource, _writer, retry);
    }

    public NpgsqlDataSource DataSource { get; }

    public ConversationStore Store { get; }

    public static string NewKey() => ConversationKey.New("demo").GrainKey;

    public static NewConversation Header(string contact = "c-1") =>
        new() { Store = "demo", ContactId = contact, Channel = "api", At = DateTimeOffset.UtcNow };

    /// <summary>An append of messages with these texts; the state names the last.</summary>
    public static LogAppend Messages(params string[] texts) => new()
    {
        Events = [.. texts.Select(t => new NewEvent(EventTypes.MessagePosted, $$"""{"text":"{{t}}"}"""))],
        At = DateTimeOffset.UtcNow,
        State = $$"""{"last":"{{texts.LastOrDefault()}}"}""",
        Status = "open",
        Dues = [],
    };

    /// <summary>A new conversation with one event.</summary>
    public async Task<ConversationLog> NewLog(string? key = null)
    {
        var opened = await Store.Create(key ?? NewKey(), Header(), 200, CancellationToken.None);
        await opened.Log.Append(Messages("first"), CancellationToken.None);
        return opened.Log;
    }

    /// <summary>The texts of the whole log, checked to be numbered 1, 2, 3 …</summary>
    public async Task<List<string>> Texts(string key)
    {
        var events = await Store.Read(key, 0, 1_000_000, CancellationToken.None);
        Xunit.Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Seq));
        return [.. events.Select(e => System.Text.Json.JsonDocument.Parse(e.Data).RootElement.GetProperty("text").GetString()!)];
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
