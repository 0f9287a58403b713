namespace SupportPlatform.Fakes;

/// <summary>A reader of server-sent events.</summary>
internal sealed class EventStream(HttpResponseMessage response) : IAsyncDisposable
{
    private readonly StreamReader _reader = new(response.Content.ReadAsStream());

    /// <summary>The next event; null at the end. Comments come as events of the name <c>:</c>.</summary>
    public async Task<ServerEvent?> Next()
    {
        var (id, name, data, retry) = ((string?)null, "message", (string?)null, false);
        while (await _reader.ReadLineAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token) is { } line)
        {
            if (line.Length == 0)
            {
                if (data is not null) return new ServerEvent(id, name, data);
                if (!retry) return new ServerEvent(null, ":", "{}");
                retry = false;
                continue;
            }

            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.StartsWith("retry: ", StringComparison.Ordinal)) retry = true;
            else if (!line.StartsWith(':')) throw new FormatException(line);
        }

        return null;
    }

    /// <summary>The next event of a name; others are dropped on the way.</summary>
    public async Task<ServerEvent> Next(string name)
    {
        while (await Next() is { } e)
        {
            if (e.Name == name) return e;
        }

        throw new InvalidOperationException($"The stream ended without '{name}'.");
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
