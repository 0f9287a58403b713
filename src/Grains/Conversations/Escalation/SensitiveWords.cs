using System.Text.RegularExpressions;

namespace SupportPlatform.Conversations;

/// <summary>What an assistant should not deal with alone: danger to people, and the law.</summary>
internal static partial class SensitiveWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    /// <summary>Somebody was hurt, is in danger, or speaks of harming themselves or others.</summary>
    [GeneratedRegex(@"\b(caught fire|(is|was|it's) on fire|exploded|burn(ed|t) (my|me|his|her|our)|electric shock|electrocut\w*|(i|we|he|she|was|got|been|is|are|son|daughter|child|husband|wife) (was |were |is |got |been )?(badly |seriously )?(injured|hurt|poisoned|bleeding)|carbon monoxide|smell(s|ing)? (of )?gas|allergic reaction to (it|this|your|the)|anaphyla\w*|choked on|kill (myself|yourself|you|him|her|them)|suicid\w*|self.harm|end my life|want to die|bomb threat|in danger|es brennt|in flammen|explodiert|stromschlag|verletzt|selbstmord|umbringen|a pris feu|explosé|électrocut\w*|suicide|me tuer|se incendió|explotó|suicid\w*|matarme|ha preso fuoco|esploso|suicidi\w*|pegou fogo|explodiu|in brand|ontploft|zelfmoord|samobój\w*|zapalił\w* się|wybuch\w*|intihar|patladı|yangın)\b|انتحار|انفجر|حريق|התאבד\w*|התפוצץ|आत्महत्या|आग लग|自杀|爆炸|着火|触电|自殺|爆発|発火|感電", Options, Limit)]
    public static partial Regex Safety { get; }

    /// <summary>Lawyers, courts, authorities, and rights in personal data.</summary>
    [GeneratedRegex(@"\b(lawyers?|attorneys?|solicitor|legal (action|team|department|counsel|proceedings|notice)|su(e|ing) (you|your|the company|them)|lawsuit|(take|taking|see) you (guys )?(to|in) court|small claims|class action|chargeback|gdpr|ccpa|data (breach|protection)|right to be forgotten|subpoena|ombudsman|trading standards|consumer protection|police report|rechtsanwalt\w*|anwalt|anwältin|verklag\w*|vor gericht|dsgvo|verbraucherschutz|anzeige erstatten|avocat|porter plainte|tribunal|rgpd|mise en demeure|abogad[oa]|demandar(los|é|les)?|juzgado|avvocato|denuncia\w*|tribunale|advogad[oa]|processar|procon|advocaat|rechtbank|avg.verzoek|prawnik\w*|adwokat\w*|pozew|rodo|avukat\w*|dava aç\w*|mahkeme\w*|kvkk)\b|محامي|محكمة|دعوى قضائية|עורך דין|תביעה|בית משפט|वकील|अदालत|मुकदमा|律师|起诉|法院|弁護士|訴え|裁判|消費者センター", Options, Limit)]
    public static partial Regex Legal { get; }
}
