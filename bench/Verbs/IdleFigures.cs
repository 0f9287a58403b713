namespace SupportPlatform.Bench.Verbs;

/// <summary>What one server's run gave; KB, milliseconds.</summary>
internal sealed record IdleFigures(double KbEach, double ManagedKbEach, double P50, double P99, double Max, double JoinsPerSecond);
