using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Orleans.Storage;

/// <summary>
/// The hashes in the key of a stored state, as Orleans' ADO.NET storage has them: XXH32 with seed 0 (Y. Collet's
/// specification), its canonical (big-endian) bytes read as a little-endian number.
/// </summary>
internal static class StorageHash
{
    private const uint Prime1 = 0x9E3779B1;
    private const uint Prime2 = 0x85EBCA77;
    private const uint Prime3 = 0xC2B2AE3D;
    private const uint Prime4 = 0x27D4EB2F;
    private const uint Prime5 = 0x165667B1;

    /// <summary>Of a grain's key: its UTF-8 bytes, last first.</summary>
    public static int OfKey(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        Array.Reverse(bytes);
        return OfBytes(bytes);
    }

    public static int OfName(string name) => OfBytes(Encoding.UTF8.GetBytes(name));

    private static int OfBytes(byte[] bytes) => (int)BinaryPrimitives.ReverseEndianness(Compute(bytes));

    internal static uint Compute(ReadOnlySpan<byte> data)
    {
        var length = (uint)data.Length;
        var hash = Prime5;
        if (data.Length >= 16)
        {
            var (a, b, c, d) = (unchecked(Prime1 + Prime2), Prime2, 0u, unchecked(0 - Prime1));
            for (; data.Length >= 16; data = data[16..])
            {
                (a, b) = (Round(a, data), Round(b, data[4..]));
                (c, d) = (Round(c, data[8..]), Round(d, data[12..]));
            }

            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        }

        hash += length;
        for (; data.Length >= 4; data = data[4..]) hash = BitOperations.RotateLeft(hash + (Word(data) * Prime3), 17) * Prime4;
        foreach (var value in data) hash = BitOperations.RotateLeft(hash + (value * Prime5), 11) * Prime1;
        hash = (hash ^ (hash >> 15)) * Prime2;
        hash = (hash ^ (hash >> 13)) * Prime3;
        return hash ^ (hash >> 16);
    }

    private static uint Round(uint lane, ReadOnlySpan<byte> data) => BitOperations.RotateLeft(lane + (Word(data) * Prime2), 13) * Prime1;

    private static uint Word(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32LittleEndian(data);
}
