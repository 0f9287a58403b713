using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Api;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>
/// Uploads of all kinds, each to come to what the manifest says: text, or a clear status. Beside them messages go to a
/// conversation of another store, and the time to their acknowledgement is compared with that before.
/// </summary>
internal sealed class FileSet : IEvalSet
{
    private const double FoundShare = 0.75;

    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        var path = Path.Combine(context.Folder.FullName, "manifest.json");
        if (!File.Exists(path)) throw new EvalException($"{context.Folder.FullName} has no manifest.json.");
        var cases = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(path, cancellationToken)).EnumerateArray().ToList();
        var store = await context.NewStore("files", cancellationToken);
        var beside = await BesideLoad.Start(context, cancellationToken);
        var before = await beside.Measure(TimeSpan.FromSeconds(5), cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var measuring = beside.Measure(Timeout.InfiniteTimeSpan, stop.Token);
        var outcomes = new List<(JsonElement Case, JsonObject Row)>();
        foreach (var file in cases) outcomes.Add((file, await Try(store, context.Folder, file, cancellationToken)));
        await stop.CancelAsync();
        var during = await measuring;
        context.Predictions.AddRange(outcomes.Select(o => o.Row));
        context.Report.Add("outcomes as they should be", Proportion.Of(outcomes, o => o.Row["right"]!.GetValue<bool>()), 1);
        foreach (var (_, row) in outcomes.Where(o => !o.Row["right"]!.GetValue<bool>())) context.Report.Note($"wrong: {row.ToJsonString()}");
        context.Report.Note($"acknowledgements to another store: p99 {before:F1} ms before, {during:F1} ms during the uploads (at most double)");
    }

    private static async Task<JsonObject> Try(EvalStore store, DirectoryInfo folder, JsonElement file, CancellationToken cancellationToken)
    {
        var name = file.GetProperty("file").GetString()!;
        var clock = Stopwatch.StartNew();

        // One by one: some have the same name, and a name has one current revision.
        var reply = await store.Upload(new FileInfo(Path.Combine(folder.FullName, name)), cancellationToken);
        var (status, code, text) = ("rejected", reply.Code, "");
        if (reply.IsDone && IdOf(reply) is { } id)
        {
            var document = (await store.Settled("documents", cancellationToken))[id];
            status = document.GetProperty("status").GetString()!;
            code = EvalStore.FailureOf(document);
            if (status == "ready") text = await store.TextOf(id, cancellationToken);
        }

        return new JsonObject
        {
            ["id"] = name,
            ["status"] = status,
            ["code"] = code,
            ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 1),
            ["characters"] = text.Length,
            ["right"] = clock.Elapsed < TimeSpan.FromSeconds(30) && IsRight(file, status, code, text),
        };
    }

    private static string? IdOf(ApiReply reply) => reply.Body.GetProperty("items")[0].GetProperty("id").GetString();

    private static bool IsRight(JsonElement file, string status, string? code, string text)
    {
        var expect = file.GetProperty("expect").GetString()!;
        var isRefused = status is "rejected" or "failed" && code is not null;
        if (expect.StartsWith("rejected:", StringComparison.Ordinal)) return isRefused;
        var found = FoundOf(file, text);
        if (file.GetProperty("class").GetString() == "good") return status == "ready" && found >= FoundShare && !Holds(file, text, "must_not_contain");
        if (expect.StartsWith("accepted quickly; both", StringComparison.Ordinal)) return status == "ready" && found >= 1;
        return isRefused || (status == "ready" && text.Trim().Length > 0 && found >= FoundShare && !Holds(file, text, "must_not_contain") && !text.Contains('\0', StringComparison.Ordinal));
    }

    private static double FoundOf(JsonElement file, string text)
    {
        if (!file.TryGetProperty("must_contain_most_of", out var must) || must.GetArrayLength() == 0) return 1;
        var plain = Squeeze(text);
        return must.EnumerateArray().Select(m => m.GetString()!).Count(IsFound) / (double)must.GetArrayLength();

        // Some lists give words of scripts from right to left as they stand on paper, the last letter first.
        bool IsFound(string words) => plain.Contains(Squeeze(words), StringComparison.Ordinal)
            || plain.Contains(Squeeze(new string([.. words.Reverse()])), StringComparison.Ordinal);
    }

    private static bool Holds(JsonElement file, string text, string name) =>
        file.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
        && values.EnumerateArray().Any(v => text.Contains(v.GetString()!, StringComparison.Ordinal));

    private static string Squeeze(string text) =>
        new([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))]);
}
