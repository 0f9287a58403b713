using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Api;
using SupportPlatform.Eval.Figures;
using SupportPlatform.Eval.Sets;

namespace SupportPlatform.Eval;

/// <summary>One run: a store of its own, the set's questions, predictions and figures.</summary>
internal static class EvalRun
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs a set.</summary>
    /// <exception cref="EvalException">The set or the silo is not as it should be.</exception>
    public static async Task Run(
        string name, DirectoryInfo folder, Uri endpoint, string key, FileInfo? output, CancellationToken cancellationToken)
    {
        if (!folder.Exists) throw new EvalException($"There is no folder {folder.FullName}.");
        var set = EvalSets.Find(name);
        using var api = new SupportApi(endpoint, key);
        var predictions = new List<JsonObject>();
        var report = new FigureReport(name);
        await set.Run(new EvalContext(api, name, folder, predictions, report), cancellationToken);
        if (output is not null)
        {
            await File.WriteAllLinesAsync(output.FullName, predictions.Select(p => p.ToJsonString(Json)), cancellationToken);
            Console.WriteLine($"{predictions.Count} predictions in {output.FullName}");
        }

        report.Print(Console.Out);
    }
}
