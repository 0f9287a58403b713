using System.Text.RegularExpressions;
using SupportPlatform.Conversations;

namespace SupportPlatform.Models;

/// <summary>Whether a customer asks for a person.</summary>
internal static partial class PersonWish
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    private const int LongestSentence = 500;

    private static readonly char[] Ends = ['.', '!', '?', '\n', '。', '！', '？', '؟', '।'];

    /// <summary>Whether the message asks to reach a person, in any of the widget's languages.</summary>
    public static bool Is(string message) =>
        message.Replace('’', '\'').Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(IsWish);

    private static bool IsWish(string sentence) =>
        sentence.Length <= LongestSentence && !AboutPeople().IsMatch(sentence) &&
        (Wish().IsMatch(sentence) || Contact().IsMatch(sentence) || CallMe().IsMatch(sentence) || InLatin().IsMatch(sentence) || InOtherScripts().IsMatch(sentence));

    // "When can I talk to a person" is answered by the opening hours.
    [GeneratedRegex(@"^\W*(and |so )?(what (are|is|time)|when|which|at what|how (long|late|much)|wann|wie lange|quels? sont|quand|à quelle|cuándo|cuáles)\b", Options, Limit)]
    private static partial Regex AboutPeople();

    /// <summary>Whether the message is a yes and no more.</summary>
    public static bool SaysYes(string message) => Yes().IsMatch(message);

    /// <summary>Whether the customer says yes to the assistant's last offer of a person.</summary>
    public static bool Accepts(IReadOnlyList<string> messages, IReadOnlyList<HistoryMessage> history) =>
        messages.Count > 0 && SaysYes(messages[^1]) &&
        history.LastOrDefault(m => m.Role == MessageRole.Assistant) is { } last && Phrases.OffersPerson(last.Text);

    [GeneratedRegex(@"^\W*(yes|yeah|yep|yup|sure|ok(ay)?|please|yes please|please do|do it|go ahead|ja|gern(e)?|ja,? bitte|bitte|oui|s'il vous plaît|d'accord|sí|si|claro|por favor|va bene|certo|sim|graag)(\W+(please|bitte|thanks?|danke|merci|gracias))?\W*$", Options, Limit)]
    private static partial Regex Yes();

    [GeneratedRegex(@"\b(human|real|live|actual) (being|person|agent|operator|representative|rep|support|assistant|one)\b|\b(speak|talk|chat|connect(ed)?|transfer(red)?|put me through|hand(ed)? over|forward(ed)?|switch|call|get me|reach|want|need|give me|contact|see|find|have) (me |us )?(to |with |through |in touch with |hold of )*(an?|the|some|one of (your|the)|your|another|any)? ?(human|person|people|agents?|operators?|representatives?|reps?|advis[eo]rs?|employees?|staff|managers?|supervisors?|team members?|colleagues?)\b|\b(speak|talk|chat) (to|with) (some(one|body)|any(one|body))\b|^\W*(human|agent|operator|representative|real person)( please| pls)?\W*$|\bnot a (ro)?bot\b", Options, Limit)]
    private static partial Regex Wish();

    // Somebody is to come to the customer, or the machine to go.
    [GeneratedRegex(@"\b(some(one|body)|any(one|body)|a (manager|supervisor|person|human|rep(resentative)?|agent)|your (manager|supervisor|boss)|(one|some) of you( guys)?)\b.{0,30}\b(call|phone|ring|contact|text|message|email|e-mail|dm|reach|respond to|reply to|get back to|get in touch with) (me|us|my)\b|\b(call|phone|ring) me back\b|\b(get|put|bring|give|connect|transfer|pass|let|direct|redirect|forward|escalate)( me| us| this| it| my \w+)?( through)?( on)?( the)?( (to|with|over|on))*( (an?|the|your|some))? (real |live |actual |human |fucking |damn |bloody )*(human|person|manager|supervisor|boss|agent|rep|representative|operator|somebody|someone|superior)\b(?! to (?!talk|speak|chat|call|help|contact|phone|assist))|\bis there (a|an|any(one|body)?|some(one|body)|no)\b.{0,25}\b(person|human|agent|manager|talk|speak|call|contact|phone number)\b|\b(through|hold) (to|of) (an? )?(real |live |actual |human )*(any(one|body)|some(one|body)|person|human|agent|representative)\b|\b(speak|talk|chat)(ing)? (to|with|w/?) (an? |the |your |ur |ya )?(real |live |actual |human |hyman |fucking |damn |bloody )*(human|person|people|manager|supervisor|boss|agent|rep|representative|operator|someb?ody|someone|superior|staff|team|advis[eo]r|employee)\b|\bno (more )?(ro)?bots?\b|\b(stop|enough) (with )?(the |this |these )?(ro)?bots?\b|\b(don't|do not|not) want (to (talk|speak|chat) (to|with) )?(an?|the|this|your) ((stupid|damn|bloody|fucking) )*(ro)?(chat ?)?(bot|machine|computer|ai)\b|\b(a|your) (phone|telephone) number (to|i can|that i can|for me to) (call|speak|talk|ring)\b|^\W*(the )?\w+ team,? please\W*$", Options, Limit)]
    private static partial Regex CallMe();

    [GeneratedRegex(@"\b(speak|talk|chat)(t?ing)?( directly)? (to|with) (an?|the|your|some\w*|any\w*|agents?|one)\b|\b(connect|transfer|put) me (through )?to\b|\b(transfer|connect) to me\b|\bcontacting (an?|the|some\w*) |\b(get in touch with|contact|reach|call) (some(one|body)|any(one|body))\b|\bcustomer (service|support|care) (agent|person|representative)\b|\b((echten?|richtigen?) )?(menschen?|mitarbeiter(in)?|berater(in)?|ansprechpartner(in)?)\b.*\b(sprechen|reden|verbinden|schreiben|erreichen)\b|\b(sprechen|reden|verbinden)\b.*\b(mensch(en)?|mitarbeiter(in)?|berater(in)?|jemand(em|en)?)\b|\bparler (à|avec) (un|une|quelqu)|\b(conseiller|humain|vraie personne)\b|\bhablar con (una?|alguien)|\b(agente|persona real|operador) ?(humano|real|por favor)?\W*$|\bparlare con (un|una|qualcuno)|\bfalar com (um|uma|alguém)|оператор|живо(й|го) человек|人工(客服|服务)?|オペレーター|상담원", Options, Limit)]
    private static partial Regex Contact();

    // French, Spanish, Portuguese, Italian, Dutch, German, Polish, Turkish.
    [GeneratedRegex(@"\b(parler|discuter|échanger|joindre|contacter|avoir)( directement)? (à |avec |au )?(quelqu'un|une? (vraie? |autre )?(personne|humain|être humain|agent|conseill\w+|responsable|opérat\w+|employé\w*)|vo(tre|s) (service client|responsable|équipe)|service client|responsable|support humain)|\b(passez|mettez|transférez)[- ]moi\b|\bune? (vraie? personne|être humain|humain|vrai conseiller)\b|\b(hablar|chatear|comunicarme|contactar|ponerme en contacto)( directamente)? (con|a) (una?|alguien|el|la|su|un[ao]s?) ?(persona|humano|agente|asesor\w*|operador\w*|representante|encargad\w*|supervisor\w*|gerente|responsable)?|\b(persona|agente|operador) (real|humano|humana)\b|\b(pás\w*|comuní\w*|pónga\w*|transfié\w*)(me)? con\b|\bser humano\b|\b(falar|conversar|contactar|contatar)( diretamente)? (com )?(uma?|alguém|o|a|seu|sua) ?(pessoa|humano|atendente|agente|operador\w*|gerente|supervisor\w*|responsável)?|\b(atendente|pessoa|atendimento) (humano|humana|real|de verdade)\b|\bquero um atendente\b|\b(parlare|chattare|contattare|mettermi in contatto)( direttamente)? (con )?(un'?|una|qualcuno|il|la|l'|vostro)? ?(persona|umano|operat\w+|agente|responsabile|consulente|addetto|essere umano|qualcuno)\b|\b(operatore|persona) (uman\w|ver\w|reale)\b|\bpassatemi\b|\b(spreken|praten|chatten|contact opnemen|doorverb\w+|verbonden worden)\b.*\b(mens|medewerk\w+|iemand|persoon|agent|manager|leidinggevende)\b|\b(mens|medewerk\w+|iemand|persoon|agent|manager|leidinggevende)\b.*\b(spreken|praten|chatten|doorverb\w+|contact|verbinden)\b|\b(echte?|menselijke) (mens|persoon|medewerker|agent)\b|\b(echten?|richtigen?|menschlichen?) (menschen?|person|mitarbeiter\w*|agent\w*|ansprechpartner\w*|berater\w*)\b|\b(jemand(en|em)?|vorgesetzte\w*|chef|kundenservice|kundendienst|mensch(en)?|person)\b.*\b(sprechen|reden|verbinden|chatten|telefonieren|anrufen|weiterleiten|erreichen)\b|\b(verbinden|leiten) sie mich\b|\b(rufen sie mich|bitte um rückruf|ruft mich)\b|\b(porozmawiać|rozmawiać|pogadać|połącz\w*|skontakt\w*|przełącz\w*)\b.*\b(człowiek\w*|konsultant\w*|kimś|osob\w+|pracownik\w*|agent\w*|kierownik\w*|doradc\w*|żyw\w+)|\b(żywy|prawdziwy)m? (człowiek\w*|konsultant\w*)|\b(insan|müşteri temsilci|temsilci|yetkili|operatör|görevli|canlı destek|gerçek (bir )?(kişi|insan)|biri|kişi|müdür|yönetici)\w*\b.*\b(konuş|görüş|bağla|aktar|ulaş|iste|yazış)\w*|\bcanlı destek\b|\bbeni arayın\b", Options, Limit)]
    private static partial Regex InLatin();

    // Arabic, Hebrew, Hindi, Chinese, Japanese.
    [GeneratedRegex(@"(أتحدث|التحدث|اتحدث|أتكلم|التكلم|اكلم|أكلم|تحويلي|حولني|حوّلني|وصلني|التواصل|أتواصل|اتواصل).*(شخص|إنسان|انسان|موظف|ممثل|أحد|احد|بشر|مدير|مسؤول|الدعم|خدمة العملاء|وكيل)|(شخص|إنسان|موظف|وكيل) (حقيقي|بشري)|(לדבר|לשוחח|להתכתב|להעביר|תעביר|תעבירו|חבר|חברו|לקשר|ליצור קשר|להתחבר|אפשר|רוצה).*(נציג|אדם|בן אדם|בנאדם|אנושי|מישהו|מנהל|אחראי)|נציג אנושי|(इंसान|व्यक्ति|मानव|एजेंट|प्रतिनिधि|मैनेजर|किसी|अधिकारी|ग्राहक सेवा|आदमी).*(बात|संपर्क|जोड़|कनेक्ट|मिला)|(बात|संपर्क|जोड़|कनेक्ट).*(इंसान|व्यक्ति|मानव|एजेंट|प्रतिनिधि|मैनेजर)|(人工|真人|活人)(客服|服务|坐席)?|(转|找|接|联系|要|跟|和|与).{0,6}(客服|人工|真人|经理|主管|工作人员|负责人)|跟人(说|聊|谈|讲)|(人間|オペレータ|担当者|スタッフ|係の?人|責任者|上司|店員|誰か|有人|エージェント|生身の人).{0,12}(話|繋|つな|代わ|替わ|かわ|お願い|呼|対応|連絡|チャット|相談|出して|転送)|有人(対応|チャット)|人と(話|チャット)", Options, Limit)]
    private static partial Regex InOtherScripts();
}
