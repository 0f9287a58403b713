using System.Buffers.Binary;

namespace SupportPlatform.Conversations;

/// <summary>
/// What the first bytes of a PNG, JPEG, GIF or WebP say of it. SVG is never an image here: browsers run what it holds.
/// </summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Width">Its width in pixels; 0 where the bytes do not say.</param>
/// <param name="Height">Its height in pixels; 0 where the bytes do not say.</param>
internal sealed record ImageHeader(string MediaType, int Width, int Height)
{
    /// <summary>How many of a file's first bytes are looked at: a JPEG may have a preview and a colour profile before its size.</summary>
    public const int Longest = 512 * 1024;

    // What a browser can still show: 400 MB of pixels.
    private const long MostPixels = 100_000_000;

    /// <summary>Whether it has a size that browsers can show.</summary>
    public bool IsShowable => Width > 0 && Height > 0 && (long)Width * Height <= MostPixels;

    /// <summary>Reads a file's first bytes; null where they are no image's.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]) return Png(bytes[8..]);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return Gif(bytes[6..]);
        if (bytes is [0xFF, 0xD8, 0xFF, ..]) return Jpeg(bytes);
        return bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? WebP(bytes[12..]) : null;
    }

    // PNG specification, 11.2.1: the first chunk is IHDR, and begins with the size.
    private static ImageHeader Png(ReadOnlySpan<byte> bytes) => bytes.Length >= 16 && bytes[4..].StartsWith("IHDR"u8)
        ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[8..]), BinaryPrimitives.ReadInt32BigEndian(bytes[12..]))
        : new("image/png", 0, 0);

    // GIF89a specification, 18: the logical screen.
    private static ImageHeader Gif(ReadOnlySpan<byte> bytes) => bytes.Length >= 4
        ? new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]))
        : new("image/gif", 0, 0);

    // ITU-T T.81, B.2.2: segments with their lengths; the frame header, C0 to CF but C4, C8 and CC, has the size.
    private static ImageHeader Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]);
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), height);
            }

            // Any number of FF may stand before a marker, and some markers stand alone.
            at += marker == 0xFF ? 1 : marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return new("image/jpeg", 0, 0);
    }

    // RFC 9649, 2.5 to 2.7: lossy, lossless or extended, each with the size in a place of its own.
    private static ImageHeader WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 18) return new("image/webp", 0, 0);
        var body = bytes[8..];
        if (bytes.StartsWith("VP8 "u8))
        {
            return new(
                "image/webp", BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
        }

        if (bytes.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return new("image/webp", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return bytes.StartsWith("VP8X"u8)
            ? new("image/webp", (body[4] | (body[5] << 8) | (body[6] << 16)) + 1, (body[7] | (body[8] << 8) | (body[9] << 16)) + 1)
            : new("image/webp", 0, 0);
    }
}
