using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>
/// FAQs and messages: which FAQ answers the message, if any? Where the set has messages out of scope, the prediction is
/// the FAQ that the assistant answers with, and none where it does not answer. Where all are in scope, it is the first hit.
/// </summary>
internal sealed class FaqSet(FaqMarks marks) : IEvalSet
{
    private const int Ranked = 10;

    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        var queries = context.Lines("queries.jsonl");
        var store = await context.NewStore("faq", cancellationToken);
        await store.Import("faqs", context.Lines("kb.jsonl").Select(Entry), cancellationToken);
        await store.Settled("faqs", cancellationToken);
        var hasOthers = queries.Any(q => !IsInScope(q));
        var rows = await EvalContext.ForEach(queries, (q, token) => Ask(store, q, hasOthers, token), cancellationToken);
        context.Predictions.AddRange(rows);

        var all = queries.Zip(rows).ToList();
        var inScope = all.Where(x => IsInScope(x.First)).ToList();
        var others = all.Where(x => !IsInScope(x.First)).ToList();
        context.Report.Add("right FAQ first", Proportion.Of(inScope, x => Text(x.Second, "faq_id") == Wanted(x.First)), marks.Top1);
        context.Report.Add("right FAQ in first 3", Proportion.Of(inScope, x => IsAmong(x.Second, Wanted(x.First), 3)), marks.Top3);
        if (others.Count == 0) return;
        context.Report.Add("out of scope recognised", Proportion.Of(others, x => Text(x.Second, "faq_id") is null), marks.OutOfScopeRecall);
        context.Report.Add("joint accuracy", Proportion.Of(all, x => Text(x.Second, "faq_id") == Wanted(x.First)), marks.Joint);
        var area = Auroc.Of([.. inScope.Select(x => Score(x.Second))], [.. others.Select(x => Score(x.Second))]);
        context.Report.Add("AUROC of the confidence", area, all.Count, marks.Auroc);
    }

    private static JsonObject Entry(JsonElement row) => new()
    {
        ["id"] = row.GetProperty("faq_id").GetString(),
        ["question"] = row.GetProperty("question").GetString(),
        ["variants"] = new JsonArray([.. row.GetProperty("variants").EnumerateArray().Select(v => (JsonNode?)v.GetString())]),
        ["answer"] = row.GetProperty("answer").GetString(),
    };

    private static async Task<JsonObject> Ask(EvalStore store, JsonElement query, bool hasOthers, CancellationToken cancellationToken)
    {
        var text = query.GetProperty("text").GetString()!;
        var hits = await store.Search(text, Ranked, cancellationToken);
        var ranked = hits.Select(h => h.GetProperty("source").GetString()!).Distinct(StringComparer.Ordinal).ToList();
        var answer = await store.Answer(text, cancellationToken);
        var isAnswered = answer.GetProperty("outcome").GetString() == "answered";
        var cited = answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("source").GetString()).FirstOrDefault();
        return new JsonObject
        {
            ["id"] = query.GetProperty("id").GetString(),
            ["faq_id"] = hasOthers ? isAnswered ? cited : null : ranked.FirstOrDefault(),
            ["score"] = answer.GetProperty("confidence").GetDouble(),
            ["ranked"] = new JsonArray([.. ranked.Select(r => (JsonNode?)r)]),
        };
    }

    private static bool IsInScope(JsonElement query) => !query.TryGetProperty("in_scope", out var scope) || scope.GetBoolean();

    private static string? Wanted(JsonElement query) => IsInScope(query) ? query.GetProperty("faq_id").GetString() : null;

    private static string? Text(JsonObject row, string name) => row[name]?.GetValue<string>();

    private static double Score(JsonObject row) => row["score"]!.GetValue<double>();

    private static bool IsAmong(JsonObject row, string? wanted, int first) =>
        row["ranked"]!.AsArray().Take(first).Any(r => r!.GetValue<string>() == wanted);
}
