using System.Diagnostics.Metrics;

namespace SupportPlatform.Knowledge;

/// <summary>Counts what became of asking for vectors. No tenant is ever a tag.</summary>
/// <param name="meters">Makes the meter.</param>
internal sealed class EmbeddingInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _requests = meters.Create("SupportPlatform")
        .CreateCounter<long>("support.embeddings", "{request}", "Requests for vectors, by what for (query, passages) and result (ok, failed, skipped).");

    /// <summary>Vectors were asked for.</summary>
    public void Asked(string what, string result) =>
        _requests.Add(1, new KeyValuePair<string, object?>("for", what), new KeyValuePair<string, object?>("result", result));
}
