using System.Diagnostics;

namespace SupportPlatform.Bench.Measures;

/// <summary>
/// Tokens that carry the time of their emission: a space and six digits to the base 36, the microseconds of the
/// machine's monotonic clock, which all its processes share. They repeat after 36 minutes.
/// </summary>
internal static class TokenClock
{
    /// <summary>The length of a token, in characters.</summary>
    public const int Length = 7;

    private const long Cycle = 36L * 36 * 36 * 36 * 36 * 36;

    /// <summary>The clock, in microseconds, within one cycle.</summary>
    public static long Now => (long)(Stopwatch.GetTimestamp() * (1e6 / Stopwatch.Frequency)) % Cycle;

    /// <summary>A token of this moment.</summary>
    public static string Token() => string.Create(Length, Now, static (span, value) =>
    {
        span[0] = ' ';
        for (var i = Length - 1; i > 0; i--)
        {
            span[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(value % 36)];
            value /= 36;
        }
    });

    /// <summary>The time of a token, in microseconds.</summary>
    public static long Read(ReadOnlySpan<byte> token)
    {
        var value = 0L;
        foreach (var c in token[1..Length]) value = (value * 36) + (c <= '9' ? c - '0' : c - 'a' + 10);
        return value;
    }

    /// <summary>From one time to a later one, in microseconds.</summary>
    public static long Between(long from, long to) => (to - from + Cycle) % Cycle;
}
