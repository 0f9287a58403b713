using System.Text.RegularExpressions;
using SupportPlatform.Conversations;
using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Escalation;

public sealed partial class EscalationLanguagesTests
{
    [Theory]
    [InlineData("en", "Let me talk to a real person")]
    [InlineData("en", "have your supervisor call me")]
    [InlineData("de", "Kann ich bitte mit einem echten Menschen sprechen?")]
    [InlineData("fr", "Je voudrais parler à quelqu'un")]
    [InlineData("es", "Quiero hablar con una persona")]
    [InlineData("it", "Vorrei parlare con un operatore")]
    [InlineData("pt", "Quero falar com um atendente")]
    [InlineData("nl", "Kan ik met een medewerker praten?")]
    [InlineData("pl", "Chcę porozmawiać z konsultantem")]
    [InlineData("tr", "Bir müşteri temsilcisiyle görüşmek istiyorum")]
    [InlineData("ar", "أريد التحدث مع موظف")]
    [InlineData("he", "אני רוצה לדבר עם נציג")]
    [InlineData("hi", "मुझे किसी इंसान से बात करनी है")]
    [InlineData("zh", "我要转人工客服")]
    [InlineData("ja", "担当者と話したいです")]
    public void Is_WishInALanguage_IsSeen(string language, string message) =>
        Assert.True(PersonWish.Is(message), language);

    [Fact]
    public void Is_WhatTheWidgetsButtonSays_IsSeenInEachLanguage()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SupportPlatform.sln"))) root = root.Parent!;
        var files = Directory.GetFiles(Path.Combine(root.FullName, "src", "WebFront", "ClientApp", "src", "i18n"), "??.ts");
        Assert.Equal(14, files.Length);
        foreach (var file in files)
            Assert.True(PersonWish.Is(Button().Match(File.ReadAllText(file)).Groups["text"].Value), Path.GetFileName(file));
    }

    [Theory]
    [InlineData("de", "Wie viele Personen passen in das Zelt?")]
    [InlineData("fr", "Combien de personnes dorment dans la tente ?")]
    [InlineData("es", "¿Cuántas personas caben en la tienda?")]
    [InlineData("it", "Quante persone entrano nella tenda?")]
    [InlineData("pt", "Quantas pessoas cabem na tenda?")]
    [InlineData("nl", "Hoeveel personen passen er in de tent?")]
    [InlineData("pl", "Ile osób mieści się w namiocie?")]
    [InlineData("tr", "Çadır kaç kişilik?")]
    [InlineData("ar", "كم شخصا تتسع الخيمة؟")]
    [InlineData("he", "כמה אנשים נכנסים לאוהל?")]
    [InlineData("hi", "तंबू में कितने लोग आ सकते हैं?")]
    [InlineData("zh", "帐篷可以睡几个人？")]
    [InlineData("ja", "テントは何人用ですか？")]
    public void Is_QuestionAboutPeople_IsNone(string language, string message) =>
        Assert.False(PersonWish.Is(message), language);

    [Theory]
    [InlineData("en", "this is ridiculous")]
    [InlineData("de", "Das ist eine Frechheit, schon wieder kaputt")]
    [InlineData("fr", "C'est honteux !")]
    [InlineData("es", "¡Es una vergüenza!")]
    [InlineData("it", "È inaccettabile")]
    [InlineData("pt", "Isto é inaceitável")]
    [InlineData("nl", "Dit is belachelijk")]
    [InlineData("pl", "To skandal")]
    [InlineData("tr", "Bu tam bir rezalet")]
    [InlineData("ar", "هذا غير مقبول")]
    [InlineData("he", "זה פשוט בושה")]
    [InlineData("hi", "यह बकवास है")]
    [InlineData("zh", "太差了")]
    [InlineData("ja", "最悪です")]
    public void Of_AngerInALanguage_IsFrustration(string language, string message) =>
        Assert.True(Frustration.Of([], [message]).Score >= EscalationThresholds.Frustrated, language);

    [GeneratedRegex("personWanted: '(?<text>[^']+)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Button();
}
