using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class WrittenDateTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "Monday, 23 November", "23 November 2026")]
    [InlineData("de", "Montag 23 November", "23 November 2026")]
    [InlineData("pl", "poniedziałek 23 listopada", "23 listopada 2026")]
    [InlineData("tr", "23 Kasım Pazartesi", "23 Kasım 2026")]
    [InlineData("ar", "الاثنين 23 نوفمبر", "23 نوفمبر 2026")]
    [InlineData("he", "יום שני, 23 בנובמבר", "23 בנובמבר 2026")]
    [InlineData("zh", "11月23日星期一", "2026年11月23日")]
    [InlineData("ja", "11月23日月曜日", "2026年11月23日")]
    [InlineData("sv", "Monday, 23 November", "23 November 2026")]
    public void Date_InALanguage_IsWrittenAsItIsThere(string language, string withWeekday, string withYear)
    {
        Assert.Equal(withWeekday, WrittenDate.WithWeekday(Monday, language));
        Assert.Equal(withYear, WrittenDate.WithYear(Monday, language));
    }
}
