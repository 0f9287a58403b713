using System.Text.Json.Nodes;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>
/// Addresses that must not be fetched. Those with an address are given to the silo as pages; the scenarios, and the
/// addresses that are allowed, need a resolver and a transport of their own and are the product's tests.
/// </summary>
internal sealed class AddressSet : IEvalSet
{
    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        var cases = context.Lines("cases.jsonl");
        var asked = cases.Where(c => c.TryGetProperty("url", out _) && c.GetProperty("expect").GetString()!.StartsWith("block", StringComparison.Ordinal)).ToList();
        var store = await context.NewStore("pages", cancellationToken);
        var rows = new List<JsonObject>();
        foreach (var one in asked)
        {
            var reply = await store.AddPage(one.GetProperty("url").GetString()!, cancellationToken);
            var row = new JsonObject { ["id"] = one.GetProperty("id").GetString(), ["page"] = reply.IsDone ? reply.Body.GetProperty("id").GetString() : null, ["code"] = reply.Code };
            rows.Add(row);
        }

        var pages = await store.Settled("pages", cancellationToken);
        foreach (var row in rows.Where(r => r["page"] is not null))
        {
            row["code"] = EvalStore.FailureOf(pages[row["page"]!.GetValue<string>()]);
        }

        foreach (var row in rows) row["blocked"] = row["code"]?.GetValue<string>() is "address_refused" or "invalid_request";
        context.Predictions.AddRange(rows);
        context.Report.Add("refused as they should be", Proportion.Of(rows, r => r["blocked"]!.GetValue<bool>()), 1);
        foreach (var row in rows.Where(r => !r["blocked"]!.GetValue<bool>())) context.Report.Note($"not refused: {row.ToJsonString()}");
        context.Report.Note($"{cases.Count - asked.Count} cases need a resolver and transport of their own and are run by the product's tests");
    }
}
