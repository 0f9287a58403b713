using System.Text.RegularExpressions;
using SupportPlatform.Conversations;

namespace SupportPlatform.Models;

/// <summary>Whether a customer asks for a person.</summary>
internal static partial class PersonWish
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    /// <summary>Whether the message asks to reach a person (English, German, French, Spanish, and a few other words).</summary>
    public static bool Is(string message) =>
        message.Length <= 500 && !AboutPeople().IsMatch(message) && (Wish().IsMatch(message) || Contact().IsMatch(message));

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

    [GeneratedRegex(@"\b(speak|talk|chat)(t?ing)?( directly)? (to|with) (an?|the|your|some\w*|any\w*|agents?|one)\b|\b(connect|transfer|put) me (through )?to\b|\b(transfer|connect) to me\b|\bcontacting (an?|the|some\w*) |\b(get in touch with|contact|reach|call) (some(one|body)|any(one|body))\b|\bcustomer (service|support|care) (agent|person|representative)\b|\b((echten?|richtigen?) )?(menschen?|mitarbeiter(in)?|berater(in)?|ansprechpartner(in)?)\b.*\b(sprechen|reden|verbinden|schreiben|erreichen)\b|\b(sprechen|reden|verbinden)\b.*\b(mensch(en)?|mitarbeiter(in)?|berater(in)?|jemand(em|en)?)\b|\bparler (à|avec) (un|une|quelqu)|\b(conseiller|humain|vraie personne)\b|\bhablar con (una?|alguien)|\b(agente|persona real|operador) ?(humano|real|por favor)?\W*$|\bparlare con (un|una|qualcuno)|\bfalar com (um|uma|alguém)|оператор|живо(й|го) человек|人工(客服|服务)?|オペレーター|상담원", Options, Limit)]
    private static partial Regex Contact();
}
