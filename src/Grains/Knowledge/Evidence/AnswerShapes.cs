using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Finds what a question asks for, and whether a statement gives it (English, German, French, Spanish).</summary>
internal static partial class AnswerShapes
{
    private static readonly (AnswerShape Shape, Regex Question)[] Questions =
    [
        (AnswerShape.Email, EmailQuestion()),
        (AnswerShape.Phone, PhoneQuestion()),
        (AnswerShape.Mass, MassQuestion()),
        (AnswerShape.Power, PowerQuestion()),
        (AnswerShape.Temperature, TemperatureQuestion()),
        (AnswerShape.Duration, DurationQuestion()),
        (AnswerShape.Money, MoneyQuestion()),
        (AnswerShape.Extent, ExtentQuestion()),
        (AnswerShape.Number, NumberQuestion()),
        (AnswerShape.Steps, StepsQuestion()),
        (AnswerShape.YesNo, YesNoQuestion()),
    ];

    /// <summary>What the question asks for.</summary>
    public static AnswerShape Of(string question)
    {
        foreach (var (shape, pattern) in Questions)
            if (pattern.IsMatch(question)) return shape;
        return AnswerShape.Any;
    }

    /// <summary>Whether the statement gives it; null for shapes that no form shows.</summary>
    public static bool? IsGiven(AnswerShape shape, string statement) => shape switch
    {
        AnswerShape.Email => statement.Contains('@', StringComparison.Ordinal),
        AnswerShape.Phone => PhoneNumber().IsMatch(statement),
        AnswerShape.Mass => Mass().IsMatch(statement),
        AnswerShape.Power => Power().IsMatch(statement),
        AnswerShape.Temperature => Temperature().IsMatch(statement),
        AnswerShape.Duration => Duration().IsMatch(statement),
        AnswerShape.Money => Money().IsMatch(statement),
        AnswerShape.Extent or AnswerShape.Number => Number().IsMatch(statement) && !PhoneNumber().IsMatch(statement),
        AnswerShape.Any or AnswerShape.Steps or AnswerShape.YesNo => null,
    };

    /// <summary>Whether a statement without a number cannot answer: a length, a mass and a power are numbers.</summary>
    public static bool IsMissing(AnswerShape shape, string statement) =>
        shape is AnswerShape.Mass or AnswerShape.Power or AnswerShape.Duration or AnswerShape.Extent && IsGiven(shape, statement) == false &&
        (shape == AnswerShape.Power || !Length().IsMatch(statement));

    /// <summary>The words that ask for what a form shows: an address with "@" is an e-mail address, whether it is called so or not.</summary>
    public static bool IsShownBy(AnswerShape shape, string term) => shape switch
    {
        AnswerShape.Email => EmailTerms.Contains(term),
        AnswerShape.Phone => PhoneTerms.Contains(term),
        _ => false,
    };

    /// <summary>The term of what "how many" asks to be counted; null for other questions.</summary>
    public static string? CountedIn(string question) =>
        HowMany().Match(question) is { Success: true } match && Tokens.Of(match.Groups["what"].Value) is [.., var counted] ? counted : null;

    /// <summary>Whether a number stands before the term, with at most two words between.</summary>
    public static bool Counts(string statement, string term)
    {
        var tokens = Tokens.Read(statement);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Term != term) continue;
            for (var before = i - 1; before >= Math.Max(0, i - 3); before--)
                if (Number().IsMatch(tokens[before].Raw)) return true;
        }

        return false;
    }

    private static readonly HashSet<string> EmailTerms = [.. Tokens.Of("email mail write contact")];
    private static readonly HashSet<string> PhoneTerms = [.. Tokens.Of("phone telephone number hotline call contact")];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    [GeneratedRegex(@"\be-?mail( address)?\b.*\?|\b(what|which|your).*\be-?mail|\b(wie|welche|quelle?|cuál).*(e-?mail|correo|courriel)", Options, Limit)]
    private static partial Regex EmailQuestion();

    [GeneratedRegex(@"\b(phone|telephone|hotline)\b|\b(number|who) (do|can|should) i (call|ring)|telefonnummer|téléphone|teléfono", Options, Limit)]
    private static partial Regex PhoneQuestion();

    [GeneratedRegex(@"\bhow (heavy|light)\b|\bhow much (does|do|did|is)\b.*\bweigh\b|\bwhat('s| is| does).*\b(weight|weigh)\b|\bwie (schwer|viel wiegt)|\bcombien pèse|quel (est le )?poids|\bcuánto pesa", Options, Limit)]
    private static partial Regex MassQuestion();

    [GeneratedRegex(@"\b(wattage|voltage|amperage|watts?|volts?|amps?|mah|lumens?)\b|\bwie viel (watt|volt)|\b(puissance|potencia|vatios|leistung)\b", Options, Limit)]
    private static partial Regex PowerQuestion();

    [GeneratedRegex(@"\b(cold|hot|warm|temperature|degrees)\w*\b.*(\?|rated)|\btemperatur|\btempérature|\btemperatura", Options, Limit)]
    private static partial Regex TemperatureQuestion();

    [GeneratedRegex(@"\b((what|which)('s| is| are)? the |for how )(longest|shortest)\b|\bhow (long|fast|soon|quickly|many (days|weeks|months|years|hours|minutes))\b|\bwie (lange|schnell)|\bcombien de temps|\bcuánto (tiempo|tarda)|(^|[.,!?]\s*)(and |und |et |y )?(when|wann|quand|cuándo)\b", Options, Limit)]
    private static partial Regex DurationQuestion();

    [GeneratedRegex(@"\bhow much (is|are|does|do|will|would|for)\b(?!.*\b(weight|weigh|hold|load)\b)|\b(price|cost|costs|fee)\b|\bwas kostet|\bwie teuer|\bpreis|\bcombien coûte|\bprix\b|\bcuánto cuesta|\bprecio", Options, Limit)]
    private static partial Regex MoneyQuestion();

    [GeneratedRegex(@"\bhow (tall|high|wide|deep|far|thick)\b|\bwie (hoch|breit|tief|weit)\b", Options, Limit)]
    private static partial Regex ExtentQuestion();

    [GeneratedRegex(@"\bhow (many|much|big|large|small|waterproof|bright|loud|powerful)\b|\bmaximum|\bmax\b|\bwie (viele?|groß)|\bcombien\b|\bcuánt[oa]s?\b", Options, Limit)]
    private static partial Regex NumberQuestion();

    [GeneratedRegex(@"\bhow (do|can|should|would|to)\b|\bwhat (should|can|do|must) i do\b|\bwhat now\b|\bwas (tun|soll ich)\b|\bque (faire|dois-je faire)|\bqué (hago|debo hacer)|\bsteps?\b|\bwie (kann|muss|soll|mache|baue|gehe)|\bcomment\b|\bcómo\b", Options, Limit)]
    private static partial Regex StepsQuestion();

    [GeneratedRegex(@"(^|[.!,;]\s*)(is|are|am|was|do|does|did|can|could|may|might|will|would|should|must|has|have|ist|sind|kann|darf|hat|gibt|est-ce|puis-je|puedo|es|tiene|hay)\b", Options, Limit)]
    private static partial Regex YesNoQuestion();

    [GeneratedRegex(@"\bhow many (?<what>([\w-]+ ){0,3}?[\w-]+)\s*(\?|$|\b(can|do|does|did|is|are|will|would|should|could|may|has|have|fit|fits|come|comes|in|on|of|for|with|sleep|left)\b)", Options, Limit)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\+?\d[\d\s().-]{6,}\d", Options, Limit)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"\d\s*(lbs?|pounds?|kgs?|kilo\w*|g|grams?|oz|ounces?|pfund|gramm|kilos?|tons?)\b", Options, Limit)]
    private static partial Regex Mass();

    // "How long" may ask for either length.
    [GeneratedRegex(@"\d\s*(['\u2032""]|(cm|mm|km|m|in|inch|inches|ft|foot|feet|yards?|miles?|meters?|metres?|pages?|characters?)\b)", Options, Limit)]
    private static partial Regex Length();

    [GeneratedRegex(@"\d\s*(k?w|watts?|vatios|v|volts?|voltios|m?ah?|amps?|amp[eè]res?|wh|kwh|lm|lumens?)\b", Options, Limit)]
    private static partial Regex Power();

    [GeneratedRegex(@"\d\s*[°º\ufffd]|\d\s*(degrees|grad|degrés|grados|celsius|fahrenheit|f|c)\b", Options, Limit)]
    private static partial Regex Temperature();

    [GeneratedRegex(@"\b(\d+|one|two|three|four|five|six|seven|ten|twelve|ein\w*|zwei|drei|deux|trois|dos|tres|lifetime|an?)[\s-]*(business |working |calendar |full )?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|heures?|jours?|semaines?|mois|ans?|années?|horas?|días?|semanas?|mes(es)?|años?)\b|\d\s*(am|pm|uhr|h)\b|\d:\d\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(mon|diens|donners|frei|sams|sonn)tag|lundi|lunes|\b(am|on) \d", Options, Limit)]
    private static partial Regex Duration();

    [GeneratedRegex(@"[$€£¥₹%]|\d\s*(eur|euros?|usd|dollars?|gbp|pounds|chf|francs?|percent|prozent)\b|\bfree\b|kostenlos|kostenfrei|gratuit|gratis", Options, Limit)]
    private static partial Regex Money();

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|single|double|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)\b", Options, Limit)]
    private static partial Regex Number();
}
