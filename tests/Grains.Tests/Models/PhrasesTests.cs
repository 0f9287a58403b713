using System.Text.Json;
using System.Text.RegularExpressions;
using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed partial class PhrasesTests
{
    [Fact]
    public void Texts_EveryLanguage_HasEveryPhrase()
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream("Phrases.json")!;
        var texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;

        Assert.Equal(["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "tr", "zh"], texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts.Values, t => Assert.Equal(texts["en"].Keys.Order(), t.Keys.Order()));
        Assert.All(texts.Values.SelectMany(t => t.Values), t => Assert.False(string.IsNullOrWhiteSpace(t)));
        Assert.All(texts.Values.SelectMany(t => t), t => Assert.Equal(Places(texts["en"][t.Key]), Places(t.Value)));
    }

    private static IEnumerable<string> Places(string text) => PlaceNames().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1_000)]
    private static partial Regex PlaceNames();

    [Fact]
    public void Get_LanguageWithout_IsEnglish() =>
        Assert.Equal(Phrases.Get(Phrases.Greeting, "en"), Phrases.Get(Phrases.Greeting, "xx"));

    [Theory]
    [InlineData("hi, where is my parcel?")]
    [InlineData("thanks, but how heavy is it?")]
    [InlineData("Hello world tour dates")]
    [InlineData("bye-bye offers?")]
    public void SmallTalk_WithAQuestion_IsNone(string message) => Assert.Null(SmallTalk.PhraseFor(message));
}
