using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;

namespace SupportPlatform.Models;

/// <summary>Measures one call of a model: a span, the time to the first token, tokens, failures. No tenant is ever a tag.</summary>
internal sealed class ModelCall : IDisposable
{
    private const string Name = "SupportPlatform";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> FirstToken = Meter.CreateHistogram<double>(
        "support.model.first_token", "s", "From the call to the first token, retries included.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "support.model.duration", "s", "From the call to the last token.");

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "support.model.tokens", "{token}", "Tokens by the provider's count; tag direction is input or output.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "support.model.failures", "{failure}", "Calls that failed after their retries.");

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Activity? _span;
    private string _model = "";
    private bool _hasToken;

    private ModelCall(TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        _span = Source.StartActivity("model.call", ActivityKind.Client);
    }

    /// <summary>A call begins.</summary>
    public static ModelCall Start(TimeProvider time) => new(time);

    /// <summary>A model is asked.</summary>
    public void Asks(string model)
    {
        _model = model;
        _span?.SetTag("gen_ai.request.model", model);
    }

    /// <summary>Something came.</summary>
    public void Received(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage) Count(usage.Details);
            if (_hasToken || content is not (TextContent or FunctionCallContent)) continue;
            _hasToken = true;
            FirstToken.Record(Elapsed, Tag("model", _model));
            _span?.AddEvent(new ActivityEvent("first-token"));
        }
    }

    /// <summary>A model failed.</summary>
    public void Failed(string reason)
    {
        Failures.Add(1, Tag("model", _model), Tag("reason", reason));
        _span?.SetStatus(ActivityStatusCode.Error, reason);
    }

    /// <summary>The answer is whole.</summary>
    public void Completed()
    {
        Duration.Record(Elapsed, Tag("model", _model));
        _span?.SetStatus(ActivityStatusCode.Ok);
    }

    /// <summary>Ends the span.</summary>
    public void Dispose() => _span?.Dispose();

    private double Elapsed => _time.GetElapsedTime(_started).TotalSeconds;

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private void Count(UsageDetails usage)
    {
        Tokens.Add(usage.InputTokenCount ?? 0, Tag("model", _model), Tag("direction", "input"));
        Tokens.Add(usage.OutputTokenCount ?? 0, Tag("model", _model), Tag("direction", "output"));
        _span?.SetTag("gen_ai.usage.input_tokens", usage.InputTokenCount).SetTag("gen_ai.usage.output_tokens", usage.OutputTokenCount);
    }
}
