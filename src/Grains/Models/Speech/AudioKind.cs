namespace SupportPlatform.Models;

/// <summary>Tells kinds of audio by their first bytes.</summary>
internal static class AudioKind
{
    /// <summary>The file ending of what the bytes begin, which endpoints go by; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => ".webm",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => ".ogg",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => ".flac",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => ".wav",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => ".mp4",
        [(byte)'I', (byte)'D', (byte)'3', ..] => ".mp3",

        // A frame of MPEG audio: eleven set bits, the version, then layer III.
        [0xFF, var second, ..] when (second & 0xE6) == 0xE2 => ".mp3",
        _ => null,
    };
}
