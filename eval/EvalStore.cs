using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Api;

namespace SupportPlatform.Eval;

/// <summary>A store made for a run, and what is asked of it.</summary>
internal sealed class EvalStore
{
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan IndexTime = TimeSpan.FromMinutes(10);

    private readonly SupportApi _api;

    private EvalStore(SupportApi api, string id) => (_api, Id) = (api, id);

    /// <summary>The store's id.</summary>
    public string Id { get; }

    private string Root => $"/api/stores/{Id}";

    /// <summary>Makes a store.</summary>
    public static async Task<EvalStore> Create(SupportApi api, string label, CancellationToken cancellationToken)
    {
        var tidy = new string([.. label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        var store = new EvalStore(api, $"eval-{tidy[..Math.Min(tidy.Length, 26)].Trim('-')}-{Guid.CreateVersion7().ToString("N")[^8..]}");
        await api.Put(store.Root, new JsonObject { ["name"] = "Evaluation" }, cancellationToken);
        return store;
    }

    /// <summary>Uploads a file; the answer's row of it, or the problem.</summary>
    public Task<ApiReply> Upload(FileInfo file, CancellationToken cancellationToken) =>
        _api.Upload($"{Root}/documents", file.Name, file.OpenRead(), cancellationToken);

    /// <summary>Uploads text as a file.</summary>
    public Task<ApiReply> Upload(string name, string text, CancellationToken cancellationToken) =>
        _api.Upload($"{Root}/documents", name, new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken);

    /// <summary>Asks for a page to be fetched.</summary>
    public Task<ApiReply> AddPage(string address, CancellationToken cancellationToken) =>
        _api.TryPost($"{Root}/pages", new JsonObject { ["url"] = address }, cancellationToken);

    /// <summary>Imports JSON Lines into <c>faqs</c> or <c>articles</c>; fails unless all lines are taken.</summary>
    public async Task Import(string what, IEnumerable<JsonObject> lines, CancellationToken cancellationToken)
    {
        var body = string.Join('\n', lines.Select(l => l.ToJsonString()));
        var reply = await _api.PostLines($"{Root}/{what}:import", body, cancellationToken);
        if (reply.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            throw new EvalException($"{what}:import: {errors[0].GetRawText()}");
    }

    /// <summary>Waits until no source is on its way any more; the sources by their id.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> Settled(string kind, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(IndexTime);
        while (true)
        {
            var sources = await List(kind, patience.Token);
            if (!sources.Values.Any(IsOnItsWay)) return sources;
            await Task.Delay(PollPeriod, patience.Token);
        }
    }

    /// <summary>The extracted text of a document.</summary>
    public async Task<string> TextOf(string documentId, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        for (int? from = 0; from is not null;)
        {
            var page = await _api.Get($"{Root}/documents/{documentId}/passages?from={from}&limit=500", cancellationToken);
            foreach (var passage in page.GetProperty("items").EnumerateArray()) text.Append(passage.GetProperty("text").GetString()).Append('\n');
            from = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }

        return text.ToString();
    }

    /// <summary>The best hits.</summary>
    public async Task<IReadOnlyList<JsonElement>> Search(string query, int k, CancellationToken cancellationToken)
    {
        var reply = await _api.Post($"{Root}/search", new JsonObject { ["query"] = query, ["k"] = k }, cancellationToken);
        return [.. reply.GetProperty("hits").EnumerateArray()];
    }

    /// <summary>One turn.</summary>
    public Task<JsonElement> Answer(string text, CancellationToken cancellationToken) =>
        _api.Post($"{Root}/answers", new JsonObject { ["text"] = text }, cancellationToken);

    /// <summary>What the store's rules of escalation say of a customer's messages.</summary>
    public Task<JsonElement> TestEscalation(JsonArray messages, CancellationToken cancellationToken) =>
        _api.Post($"{Root}/escalations:test", new JsonObject { ["messages"] = messages }, cancellationToken);

    /// <summary>Why a source failed; null where it did not.</summary>
    public static string? FailureOf(JsonElement source) =>
        source.TryGetProperty("failureCode", out var code) ? code.GetString() : null;

    // What is all text is ready at once and has no status.
    private static bool IsOnItsWay(JsonElement source) =>
        source.TryGetProperty("status", out var status) && status.GetString() is ("queued" or "extracting" or "indexing");

    private async Task<IReadOnlyDictionary<string, JsonElement>> List(string kind, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await _api.Get($"{Root}/{kind}?limit=200{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", cancellationToken);
            foreach (var source in page.GetProperty("items").EnumerateArray()) all[source.GetProperty("id").GetString()!] = source;
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        return all;
    }
}
