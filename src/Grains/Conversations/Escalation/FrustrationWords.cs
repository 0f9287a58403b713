using System.Text.RegularExpressions;

namespace SupportPlatform.Conversations;

/// <summary>The words of frustration: general ones, none of a product or a trade.</summary>
internal static partial class FrustrationWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    /// <summary>Words that are hardly said without anger (English).</summary>
    [GeneratedRegex(@"\b(frustrat\w*|ridiculous\w*|unacceptabl\w*|furious|outrag\w+|disgust\w*|disgrace\w*|appall\w*|infuriat\w*|livid|pathetic|horrible|horrendous|atrocious|terribl[ey]|awful|worst|useless|worthless|incompetent|fed up|sick of|sick and tired|rip.?off|scam(m\w*)?|a joke|an? (absolute|complete|total) (joke|disaster|mess|waste)|waste of (time|money)|wast(e|ed|ing) (my|our|so much|enough) time|had enough|lost (my )?patience|never (again|(buy|order|shop)(ing)? (from|here|with))|last straw|bullshit|wtf|fuck\w*|shit\w*|pissed|stupid|idiot\w*|(really|very|extremely|so|deeply|absolutely|incredibly) (angry|annoy\w*|upset|disappoint\w*|unhappy|dissatisf\w*)|(can't|cannot|can not) believe (this|it|the|you|how|that)|not happy|unhappy)\b", Options, Limit)]
    public static partial Regex Strong { get; }

    /// <summary>The like of other languages.</summary>
    [GeneratedRegex(@"\b(frustrier\w*|lächerlich|inakzeptabel|unverschämt\w*|unfassbar|frechheit|katastroph\w*|wütend|stinksauer|verarsch\w*|scheiß\w*|saftladen|inacceptable|scandaleux|honteux|furieux|ridicule|nul à chier|arnaque|merde|ras.le.bol|inaceptable|vergüenza|indignante|furios[oa]|ridículo|estafa|mierda|hart[oa] de|inaccettabile|vergogn\w*|ridicolo|truffa|schifo|inaceitável|absurdo|vergonha|palhaçada|merda|onacceptabel|belachelijk|schandalig|woedend|waardeloos|oplichting|skandal|niedopuszczaln\w*|żenada|żałosne|wściek\w*|oszustwo|kabul edilemez|rezalet|saçmalık|bıktım|dolandırıcı\w*)\b|غير مقبول|سخيف|مهزلة|فضيحة|غاضب|احتيال|מגוחך|בושה|שערורי\w*|כועס|מתוסכל|बकवास|बेकार|शर्मनाक|गुस्सा|太差|垃圾|气死|忍无可忍|不可接受|骗子|荒唐|ふざけるな|ありえない|最悪|許せない|腹が立|詐欺", Options, Limit)]
    public static partial Regex StrongElsewhere { get; }

    /// <summary>Words that add up.</summary>
    [GeneratedRegex(@"\b(disappoint\w*|annoy\w*|angry|upset|dissatisf\w*|inconvenien\w*|hassle|mislead(ing)?|misled|false advertis\w*|(poor|bad) (quality|service)|embarrassing|nightmare|nonsense|i expect(ed)? (a|an|better|it to|this to|the|you|prompt|more)|not what i (expected|paid|ordered|signed)|what kind of (quality|service|company)|supposed to|shouldn't have to|hard.earned|good money|so much money|lot of money|asap|immediately|right away|don't care|don't tell me|how is (it|this) possible|seriously|damn|bloody|crap+y?|how many times|unreliable|faulty|defective|already broken|hate|enttäusch\w*|ärgerlich|sofort|déçue?s?|décevant|immédiatement|decepcion\w*|inmediatamente|delus[oa]|subito|decepcionad[oa]|imediatamente|teleurgesteld|onmiddellijk|rozczarowan\w*|natychmiast|hayal kırıklığı|derhal)\b|محبط|فورا|מאוכזב|מיד עכשיו|निराश|तुरंत|失望|马上|立刻|がっかり|今すぐ", Options, Limit)]
    public static partial Regex Mild { get; }

    /// <summary>Demands.</summary>
    [GeneratedRegex(@"\b(demand|(want|expect|give me|deserve|requesting|asking for|seeking) (a|an|my|the|for a)? ?((full|complete|immediate) )?(refund|replacement|money back|compensation)|my money back|complain(t|ing)?|or else|escalating|report you|trading standards|bad review|ich verlange|geld zurück|beschwer\w*|j'exige|remboursez.moi|exijo|quiero mi dinero|esigo|rivoglio i soldi|exijo|quero meu dinheiro|ik eis|geld terug|żądam|zwrotu pieniędzy|paramı geri)\b|أطالب|استرجاع أموالي|אני דורש|הכסף שלי|पैसे वापस|退钱|要求退款|投诉|返金しろ|返金して", Options, Limit)]
    public static partial Regex Demand { get; }

    /// <summary>A problem that goes on.</summary>
    [GeneratedRegex(@"\bstill (not|isn't|is not|won't|doesn't|does not|can't|cannot|couldn't|haven't|hasn't|having|no|unable|broken|need help|waiting|persist\w*|get|getting|experienc\w*|nothing|the same|same)\b|\b(i|i've|have|we) already (told|tried|said|explained|contacted|did|checked|asked|sent|done)\b|\btried (everything|all|multiple|several|many|again)\b|\b(issue|problem|error)s? (still |keeps? )?(persist\w*|remain\w*|continu\w*|not (been )?(resolved|fixed|solved))|\bnone of (it|this|that|these|them) (work|help)|\bto no avail\b|\bno matter what\b|\bnothing (is )?(happen\w*|work\w*|help\w*)|\b(second|third|fourth|fifth|tenth|hundredth|umpteenth|\d+(nd|rd|th)) time\b|\b(again and again|over and over|time and again|yet again|once again)\b|\b(several|multiple|many|\d+|three|four|five) times\b|\b(didn't|did not|doesn't|does not|hasn't) (help|solve|fix)(ed)?\b|\bno ?(one|body) (answers|replies|responds|helps|cares|answered|replied|responded|helped)\b|\bget through to (any|some)|\bcouldn't get through\b|\bignor(ed|ing) me\b|\bfor (hours|days|weeks|months)\b|\b(immer noch (nicht|kein\w*)|schon wieder|zum (dritten|vierten|x-ten|wiederholten) mal|seit (tagen|wochen|stunden)|toujours (pas|rien)|encore une fois|(troisième|énième) fois|depuis des (jours|semaines)|sigue sin|todavía no|otra vez|tercera vez|ancora non|per la terza volta|di nuovo|ainda não|de novo|terceira vez|nog steeds (niet|geen)|alweer|derde keer|nadal nie|znowu|trzeci raz|hâlâ|yine|üçüncü kez)\b|للمرة الثالثة|ما زال لا|בפעם השלישית|עדיין לא|तीसरी बार|अभी भी नहीं|第三次|还是不|还没|何度も|まだ.{0,6}(ない|ません)", Options, Limit)]
    public static partial Regex Persistence { get; }

    /// <summary>Praise that means its opposite.</summary>
    [GeneratedRegex(@"\b(thanks|thank you|thx) (so much )?for (nothing|wasting|ignoring)\b|\byeah,? right\b|\bclear as mud\b|\boh,? (great|wonderful|fantastic|perfect|brilliant|joy)\b|\b(just|simply) (great|wonderful|perfect|brilliant)\b[.!]|\b(great|nice|good|brilliant|fantastic) (job|work|service)[,.! ]+(not\b|guys\b.*\b(again|broken|late))|\bdanke für nichts\b|\bna toll\b|\bmerci pour rien\b|\bgracias por nada\b|\bgrazie (di|per) niente\b|\bobrigad[oa] por nada\b|\bbedankt voor niets\b|🙄|🤡", Options, Limit)]
    public static partial Regex Sarcasm { get; }

    /// <summary>A fault that is told.</summary>
    [GeneratedRegex(@"\b(not|isn't|won't|doesn't|don't|can't|cannot|never|stopped|unable to|fail\w*( to)?) (seem to be |be |properly |really |even )?(work\w*|function\w*|turn(ing)? on|charg\w*|respond\w*|pair\w*|load\w*|start\w*|connect\w*|stay\w*|open\w*|perform\w*)|\b(malfunction\w*|broken?|defect\w*|damaged?|leak\w*)\b|\bhaving (some )?(trouble|issues?|problems?|difficult\w*)\b|\b(funktioniert nicht|geht nicht|kaputt|ne (marche|fonctionne) pas|no funciona|non funziona|não funciona|werkt niet|nie działa|çalışmıyor)\b|لا يعمل|לא עובד|काम नहीं|坏了|不能用|壊れ|動かない", Options, Limit)]
    public static partial Regex Fault { get; }

    /// <summary>Marks said twice.</summary>
    [GeneratedRegex(@"!{2,}|\?{2,}|[!?]{3,}|[！？]{2,}", Options, Limit)]
    public static partial Regex Punctuation { get; }
}
