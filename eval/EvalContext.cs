using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Api;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval;

/// <summary>What a set works with.</summary>
/// <param name="Api">The silo.</param>
/// <param name="Name">The set's name, as it was given.</param>
/// <param name="Folder">The set's folder.</param>
/// <param name="Predictions">The predictions, in the order of the questions.</param>
/// <param name="Report">The figures.</param>
internal sealed record EvalContext(SupportApi Api, string Name, DirectoryInfo Folder, List<JsonObject> Predictions, FigureReport Report)
{
    // As many as keep a small machine busy without waiting for each other.
    private const int AtOnce = 8;

    /// <summary>The rows of a JSON Lines file of the folder.</summary>
    /// <exception cref="EvalException">It is not there.</exception>
    public IReadOnlyList<JsonElement> Lines(string file)
    {
        var path = Path.Combine(Folder.FullName, file);
        if (!File.Exists(path)) throw new EvalException($"{Folder.FullName} has no {file}.");
        return [.. File.ReadLines(path).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonSerializer.Deserialize<JsonElement>(l))];
    }

    /// <summary>A store that is this run's own.</summary>
    public Task<EvalStore> NewStore(string label, CancellationToken cancellationToken) => EvalStore.Create(Api, $"{Name}-{label}", cancellationToken);

    /// <summary>Does something for each row, some at a time, and returns the results in the order of the rows.</summary>
    public static async Task<TResult[]> ForEach<TRow, TResult>(
        IReadOnlyList<TRow> rows, Func<TRow, CancellationToken, Task<TResult>> action, CancellationToken cancellationToken)
    {
        var results = new TResult[rows.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rows.Count, options, async (i, token) => results[i] = await action(rows[i], token));
        return results;
    }
}
