using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportPlatform.Models;

/// <summary>A question for the store's opening hours (English, German, French, Spanish, Italian, Portuguese, Dutch).</summary>
/// <param name="Day">The weekday that it names.</param>
/// <param name="DaysAhead">How many days from today it asks for; 0 is today.</param>
/// <param name="IsNow">Whether it asks for this moment.</param>
internal sealed partial record HoursQuestion(DayOfWeek? Day, int? DaysAhead, bool IsNow)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;
    private const int Longest = 200;

    // Portuguese names are "segunda-feira" and so on, of which people say the first part; plurals end in "s".
    private static readonly (Regex Name, DayOfWeek Day)[] Days =
    [
        .. from language in new[] { "en", "de", "fr", "es", "it", "pt", "nl" }
           from day in Enum.GetValues<DayOfWeek>()
           let said = CultureInfo.GetCultureInfo(language).DateTimeFormat.GetDayName(day).Split('-')[0]
           select (new Regex($@"\b{Regex.Escape(said)}s?\b", Options, TimeSpan.FromSeconds(1)), day),
    ];

    /// <summary>Whether its answer is another one each day, which no document can give.</summary>
    public bool NeedsClock => IsNow || DaysAhead is not null;

    /// <summary>Reads a question; null when it asks for something else.</summary>
    public static HoursQuestion? Read(string text)
    {
        if (text.Length > Longest || !Asks().IsMatch(text)) return null;
        DayOfWeek? day = null;
        foreach (var (name, named) in Days)
        {
            if (name.IsMatch(text)) day = named;
        }

        int? ahead = Tomorrow().IsMatch(text) ? 1 : Today().IsMatch(text) ? 0 : null;
        return new HoursQuestion(day, day is null ? ahead : null, day is null && ahead is null && (Now().IsMatch(text) || YesNo().IsMatch(text)));
    }

    [GeneratedRegex(@"\b(opening|business|shop|store|office) (hours|times)\b|\b(are|is|will) (you( guys)?|your (shop|store|team|office)|the (shop|store|office))( be)?( still| already)? (open|closed)\b|\b(when|what time|until when|how late|how long|what days|which days) (do|does|are|is|will) (you|your (shop|store|team|office)|the (shop|store|office))( be)? (open|close|closed|opening|closing)\b(?! (an?|my|the) )|öffnungszeiten|geschäftszeiten|\b(habt|haben|hat|seid|sind|ist) (ihr|sie|euer|der laden|das geschäft)\b.*\b(offen|geöffnet|geschlossen|auf|zu)\b|\bwann (öffnet|öffnen|schließt|schließen|macht|machen) (ihr|sie|der laden|das geschäft)\b|(horaires?|heures) d.ouverture|\bvos horaires\b|êtes[- ]vous (ouvert|fermé)|vous êtes (ouvert|fermé)|(quand|à quelle heure) (ouvrez|fermez|êtes)[- ]vous|\bhorario de (apertura|atención)|\bestán (ustedes )?(abiertos|cerrados)|\bestá (abierto|cerrado)|(cuándo|a qué hora|hasta qué hora) (abren|cierran|abre|cierra|están abiertos)|\borari(o)? di apertura|\bsiete (ora |adesso )?(aperti|chiusi)|(quando|a che ora|fino a che ora) (aprite|chiudete|siete aperti)|\bhorário de (abertura|funcionamento|atendimento)|\bestão (abertos|fechados)|(quando|a que horas|até que horas) (abrem|fecham|estão abertos)|openingstijden|openingsuren|\b(zijn|is|bent) (jullie|u|de winkel)\b.*\b(open|geopend|gesloten|dicht)\b|\b(wanneer|hoe laat|tot hoe laat) (gaan|gaat|zijn|is|openen|opent|sluiten|sluit) (jullie|u|de winkel)\b", Options, Limit)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^\W*(hi|hello|hey)?\W*(are|is|seid|sind|ist|habt|haben|hat|êtes|vous|están|está|siete|estão|zijn|bent)\b", Options, Limit)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(now|currently|at the moment|jetzt|gerade|maintenant|en ce moment|ahora|adesso|agora|nu)\b", Options, Limit)]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(today|tonight|heute|aujourd.hui|hoy|oggi|hoje|vandaag)\b", Options, Limit)]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(tomorrow|morgen|demain|mañana|domani|amanhã)\b", Options, Limit)]
    private static partial Regex Tomorrow();
}
