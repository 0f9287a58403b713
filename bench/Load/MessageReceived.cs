namespace SupportPlatform.Bench.Load;

/// <summary>Takes an invocation from the server: its JSON and the time of its arrival by <see cref="Measures.TokenClock"/>.</summary>
internal delegate void MessageReceived(ReadOnlySpan<byte> message, long now);
