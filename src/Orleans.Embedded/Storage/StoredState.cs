using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orleans.Storage;

/// <summary>A grain's state in a row of <c>orleansstorage</c>, as JSON.</summary>
internal sealed class StoredState<T>(StateStorage storage, string name, string key) : IPersistentState<T>
{
    // As Orleans' System.Text.Json storage serializer has them.
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private int? _version;

    public T State { get; set; } = Activator.CreateInstance<T>();

    public string? Etag => _version?.ToString(CultureInfo.InvariantCulture);

    public bool RecordExists { get; private set; }

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        var row = await storage.Read(name, key, cancellationToken);
        State = (row?.Payload is { } payload ? JsonSerializer.Deserialize<T>(payload, Json) : default) ?? Activator.CreateInstance<T>();
        (RecordExists, _version) = (row is not null, row?.Version);
    }

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public async Task WriteStateAsync(CancellationToken cancellationToken)
    {
        _version = await storage.Write(name, key, JsonSerializer.SerializeToUtf8Bytes(State, Json), _version, cancellationToken);
        RecordExists = true;
    }

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        if (!RecordExists) await ReadStateAsync(cancellationToken);
        if (!RecordExists) return;
        _version = await storage.Write(name, key, null, _version, cancellationToken);
        (RecordExists, State) = (false, Activator.CreateInstance<T>());
    }
}
