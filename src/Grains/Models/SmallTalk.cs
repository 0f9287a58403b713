using System.Text.RegularExpressions;

namespace SupportPlatform.Models;

/// <summary>What wants no knowledge: a greeting, thanks, a farewell.</summary>
internal static partial class SmallTalk
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    private static readonly char[] Separators = [',', '.', '!', '?', '¡', '¿', '\n', '，', '！', '。'];

    /// <summary>The phrase that answers the message, as a name in <see cref="Phrases"/>; null for all that asks for more.</summary>
    public static string? PhraseFor(string message)
    {
        if (message.Length is 0 or > 120) return null;
        if (OfWhole(message.Trim(' ', '¡', '¿')) is { } phrase) return phrase;
        // "Thanks, bye": every part is small talk, and the last word counts.
        var parts = message.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var phrases = parts.Select(OfWhole).ToList();
        return phrases.Count > 1 && !phrases.Contains(null) ? phrases[^1] : null;
    }

    private static string? OfWhole(string text) =>
        Thanks().IsMatch(text) ? Phrases.Welcome
        : Farewell().IsMatch(text) ? Phrases.Goodbye
        : Greeting().IsMatch(text) ? Phrases.Greeting
        : null;

    // The whole text must be small talk; "hi, where is my parcel" is not.
    [GeneratedRegex(@"^(hi+|hello+|hey+|hiya|howdy|yo|good (morning|afternoon|evening|day)|greetings|hallo|hej|moin|servus|grüezi|guten (tag|morgen|abend)|grüß gott|bonjour|bonsoir|salut|coucou|hola|buen[oa]s? (días|dias|tardes|noches)|ciao|salve|buongiorno|buonasera|olá|ola|oi|bom dia|boa (tarde|noite)|hoi|goedemorgen|goedendag|merhaba|selam|cześć|dzień dobry|привет|здравствуйте|добрый день|γεια( σας)?|こんにちは|你好|您好|안녕하세요|สวัสดี\w*|नमस्ते|مرحبا|السلام عليكم|שלום)([\s,]+(there|all|team|everyone|again|zusammen|robin|à tous))*([\s,]*(how are you( doing)?( today)?|wie geht('s| es)( dir| ihnen)?|ça va|comment allez-vous|qué tal|cómo estás|anyone (there|here)|is (there )?any(one|body) there))?[\s!.,?👋🙂😊:)]*$", Options, Limit)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^((ok(ay)?|great|perfect|super|cool|nice|awesome|alright|toll|parfait|genial|vale)[\s,!.]+)*((many |lots of )?thanks?( you)?( (so|very) much| a lot| a bunch)?|thx|ty|cheers|danke( schön| sehr)?|vielen dank|herzlichen dank|merci( beaucoup| bien)?|(muchas |mil )?gracias|grazie( mille)?|(muito )?obrigad[oa]|bedankt|dank (je|u)( wel)?|teşekkürler|teşekkür ederim|dziękuję|tack( så mycket)?|спасибо( большое)?|ευχαριστώ|ありがとう(ございます)?|谢谢(你)?|감사합니다|ขอบคุณ\w*|धन्यवाद|شكرا|תודה)([\s,]+(that('s| is) (all|it|great|perfect)|(for|you)\b.{0,40}|robin|das war alles))?[\s!.,🙏🙂😊:)👍]*$", Options, Limit)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(ok(ay)?[\s,]+)?((good)?bye+( bye)?|see (you|ya)( later| soon)?|take care|have a (good|nice|great) (day|one|evening|weekend)|that('s| is|s) (all|it)( for now)?|tschüss?|auf wiedersehen|bis (bald|dann|später)|ciao ciao|au revoir|à bientôt|bonne journée|adi[oó]s|hasta (luego|pronto)|arrivederci|tchau|até logo|tot ziens|doei|пока|до свидания|再见|さようなら|안녕히 계세요)[\s!.,👋🙂:)]*$", Options, Limit)]
    private static partial Regex Farewell();
}
