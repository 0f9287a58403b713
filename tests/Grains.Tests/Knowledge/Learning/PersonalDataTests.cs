using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Write to Ada.Lovelace+x@mail.shop.example, please", "Write to [email], please")]
    [InlineData("Call +44 20 7946 0958 or (030) 901820 now", "Call [phone] or [phone] now")]
    [InlineData("0171/1234567", "[phone]")]
    [InlineData("My card is 4111 1111 1111 1111.", "My card is [card].")]
    [InlineData("4111111111111111", "[card]")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 ok", "IBAN [account] ok")]
    [InlineData("Order 12345678 of 2026-11-21, 72 x 75 cm, 1,299.00", "Order 12345678 of 2026-11-21, 72 x 75 cm, 1,299.00")]
    [InlineData("since 2019-2024", "since 2019-2024")]
    [InlineData("a\0b", "ab")]
    public void Mask_Text_KeepsAllButWhatReachesAPerson(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text, 1_000));

    [Fact]
    public void Mask_LongText_IsCutBetweenCharacters() => Assert.Equal("ab", PersonalData.Mask("ab😀", 3));
}
