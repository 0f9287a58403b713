using SupportPlatform.Conversations;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class ImageHeaderTests
{
    public static TheoryData<string, int, int, byte[]> Images => new()
    {
        { "image/png", 640, 480, Png(640, 480) },
        { "image/gif", 3, 258, [.. "GIF89a"u8, 3, 0, 2, 1] },
        { "image/jpeg", 300, 200, [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3] },
        { "image/webp", 500, 300, [.. "RIFF...."u8, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0xF4, 1, 0x2C, 1] },
        { "image/webp", 500, 300, [.. "RIFF...."u8, .. "WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, 0xF3, 0xC1, 0x4A, 0, 0, 0, 0, 0, 0] },
        { "image/webp", 500, 300, [.. "RIFF...."u8, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xF3, 1, 0, 0x2B, 1, 0] },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_AnImagesBytes_GivesTypeAndSize(string mediaType, int width, int height, byte[] bytes)
    {
        var header = ImageHeader.Read(bytes);

        Assert.Equal(new ImageHeader(mediaType, width, height), header);
        Assert.True(header!.IsShowable);
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_CutAnywhere_NeverThrows(string mediaType, int width, int height, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
            Assert.True(ImageHeader.Read(bytes.AsSpan(0, length)) is not { IsShowable: true } cut || (cut.MediaType, cut.Width, cut.Height) == (mediaType, width, height));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-1, 10)]
    [InlineData(20_000, 20_000)]
    public void IsShowable_SizeNoBrowserCanHave_IsFalse(int width, int height) =>
        Assert.False(ImageHeader.Read(Png(width, height))!.IsShowable);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("BM6")]
    [InlineData("")]
    public void Read_WhatIsNoImage_IsNull(string text) => Assert.Null(ImageHeader.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_JpegOfSegmentsThatLeadNowhere_Ends()
    {
        byte[] bytes = [0xFF, 0xD8, .. Enumerable.Repeat(new byte[] { 0xFF, 0xE1, 0, 0 }, 1000).SelectMany(b => b)];

        Assert.Equal(new ImageHeader("image/jpeg", 0, 0), ImageHeader.Read(bytes));
    }

    internal static byte[] Png(int width, int height) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 6, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
