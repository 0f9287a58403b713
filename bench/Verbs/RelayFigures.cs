using System.Text.Json;

namespace SupportPlatform.Bench.Verbs;

/// <summary>What one server's run gave.</summary>
internal sealed record RelayFigures(
    double Cpu, double P50, double P99, double Max, double PerSecond, double PerChunk, long Lost, long Breaks)
{
    /// <summary>Joins what the server and the load generator told.</summary>
    public static RelayFigures Of(JsonElement paced, JsonElement received, int streams, TimeSpan window)
    {
        var emitted = paced.GetProperty("each").GetInt64() * streams;
        return new RelayFigures(
            Math.Round(paced.GetProperty("cpu").GetDouble() / paced.GetProperty("tokens").GetInt64(), 2),
            received.GetProperty("p50").GetDouble(),
            received.GetProperty("p99").GetDouble(),
            received.GetProperty("max").GetDouble(),
            Math.Round(received.GetProperty("tokens").GetInt64() / window.TotalSeconds),
            Math.Round((double)emitted / received.GetProperty("chunks").GetInt64(), 2),
            emitted - received.GetProperty("finished").GetInt64(),
            received.GetProperty("breaks").GetInt64());
    }
}
