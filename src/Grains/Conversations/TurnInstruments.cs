using System.Diagnostics.Metrics;

namespace SupportPlatform.Conversations;

/// <summary>Measures turns. No tenant and no key is ever a tag.</summary>
internal sealed class TurnInstruments
{
    private readonly Histogram<double> _duration;

    /// <summary>The instruments on a meter.</summary>
    public TurnInstruments(IMeterFactory meters) => _duration = meters.Create("SupportPlatform")
        .CreateHistogram<double>("support.turn.duration", "s", "From the start of a turn to its committed answer or its failure.");

    /// <summary>A turn's answer was committed.</summary>
    public void TurnCompleted(TimeSpan duration, string outcome) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A turn failed.</summary>
    public void TurnFailed(TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", "failed"));
}
