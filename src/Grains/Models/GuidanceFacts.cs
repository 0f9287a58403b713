using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>
/// Which sentences of a whisper a customer may be told as they are. What asks, tells the assistant what to do, or speaks of
/// the customer or the assistant is for the assistant alone, and so is what is in a language whose words for
/// these are not here.
/// </summary>
internal static partial class GuidanceFacts
{
    private const int FewestTerms = 2;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 1_000;

    // Those whose words for orders and people stand below.
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl"];

    /// <summary>The sentences that state a fact.</summary>
    public static ImmutableArray<string> In(string whisper) =>
        [.. whisper.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(StatementReader.Sentences).Where(IsFact)];

    private static bool IsFact(string sentence) =>
        sentence[^1] is not ('?' or '？' or '؟' or ':') &&
        Tokens.Of(sentence).Count >= FewestTerms &&
        Languages.Contains(Language.Guess(sentence, null)) &&
        !Orders.IsMatch(sentence) && !People.IsMatch(sentence);

    [GeneratedRegex(@"^\W*(please|pls|kindly|do(n['’]?t)?|never|always|offer|ask|tell|use|say|keep|avoid|mention|check|give|send|be|make|try|let|suggest|recommend|explain|apologi[sz]e|refund|stop|ignore|remember|note|watch|escalate|refuse|promise|answer|focus|point|show|stay|write|bitte|nicht|nie(mals)?|immer|biete|frage?|sage?|nenne?|gib|schicke?|erwähne|vermeide|prüfe|entschuldige|erkläre|sei|bleib|empfiehl|veuillez|merci de|ne|n['’]\w+|jamais|demande[rz]?|dis|dites|propose[rz]?|offre[rz]?|évite[rz]?|sois|soyez|explique[rz]?|reste[rz]?|no|nunca|por favor|pregunta|di|ofrece|evita|sé|explica|menciona|non|mai|per favore|chiedi|offri|sii|spiega|não|pergunte|ofereça|evite|seja|explique|diga|niet|nooit|vraag|bied|vermijd|wees|zeg|geef)\b", Options, Limit)]
    private static partial Regex Orders { get; }

    [GeneratedRegex(@"\b(customers?|clients?|buyers?|shoppers?|users?|visitors?|guests?|caller|person|he|she|him|his|her|hers|(s|w)?he['’]s|they|them|their|i|me|my|you|your|assistant|bot|internal(ly)?|confidential|fraud\w*|scam\w*|kund(e|en|in|innen)|käufer(in)?|er|ihm|ihn|ihr|ihre[mnrs]?|ich|mir|mich|du|dir|dich|intern|vertraulich|betrug\w*|clientes?|comprador(a|es)?|él|ella|yo|tú|interno|confidencial|fraude|cliente|clienti|acquirente|lui|lei|io|tu|interna|riservato|frode|je|vous|lui|interne|confidentiel\w*|klant(en)?|koper|hij|zij|hem|haar|ik|jij|vertrouwelijk|fraude)\b", Options, Limit)]
    private static partial Regex People { get; }
}
