using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>
/// Messages that want a person, or show frustration. Of a wish the prediction is that the customer asks for a person, of all
/// else that the rules want one for whatever reason. Of a ticket the customer's messages alone are read.
/// </summary>
internal sealed class EscalationSet(string file, string label, EscalationMarks marks) : IEvalSet
{
    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        var items = context.Lines(file);
        var store = await context.NewStore("people", cancellationToken);
        var rows = await EvalContext.ForEach(items, (item, token) => Try(store, item, token), cancellationToken);
        context.Predictions.AddRange(rows);
        var all = items.Zip(rows).ToList();
        var positives = all.Where(x => IsPositive(x.First)).ToList();
        var negatives = all.Where(x => !IsPositive(x.First)).ToList();
        context.Report.Add("recall", Proportion.Of(positives, x => IsFound(x.Second)), marks.Recall);
        context.Report.Add("precision", Proportion.Of(all.Where(x => IsFound(x.Second)).ToList(), x => IsPositive(x.First)), marks.Precision);
        var wrong = Proportion.Of(negatives, x => IsFound(x.Second));
        if (marks.FalsePositives is { } most) context.Report.AddBad("false positives", wrong, most);
        else context.Report.Add("false positives", wrong);
        context.Report.Add("AUROC of the score", Auroc.Of([.. positives.Select(x => Score(x.Second))], [.. negatives.Select(x => Score(x.Second))]), all.Count);
    }

    private async Task<JsonObject> Try(EvalStore store, JsonElement item, CancellationToken cancellationToken)
    {
        var verdict = await store.TestEscalation(Messages(item), cancellationToken);
        var reason = verdict.TryGetProperty("reason", out var said) ? said.GetString() : null;
        var isWish = reason == "asked";
        return new JsonObject
        {
            ["id"] = item.GetProperty("id").GetString(),
            ["value"] = label == "wants_human" ? isWish : reason is not null,
            ["score"] = label == "wants_human" ? (isWish ? 1 : 0) : verdict.GetProperty("frustration").GetDouble(),
            ["reason"] = reason,
            ["evidence"] = verdict.TryGetProperty("evidence", out var evidence) ? evidence.GetString() : null,
        };
    }

    private static JsonArray Messages(JsonElement item) => item.TryGetProperty("messages", out var messages)
        ? new JsonArray([.. messages.EnumerateArray().Where(m => m.GetProperty("from").GetString() == "customer").Select(m => (JsonNode?)m.GetProperty("text").GetString())])
        : [item.GetProperty("text").GetString()];

    private bool IsPositive(JsonElement item) => item.GetProperty(label).GetBoolean();

    private static bool IsFound(JsonObject row) => row["value"]!.GetValue<bool>();

    private static double Score(JsonObject row) => row["score"]!.GetValue<double>();
}
