using System.Text.RegularExpressions;

namespace SupportPlatform.Conversations;

/// <summary>What kind of help a text wants, by its words; the first kind that has one counts.</summary>
internal static partial class EscalationTopics
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Limit = 5_000;

    /// <summary>One of <see cref="EscalationTypes"/>.</summary>
    public static string Of(string text) =>
        Urgent.IsMatch(text) ? EscalationTypes.Urgent
        : Complaint.IsMatch(text) ? EscalationTypes.Complaint
        : Billing.IsMatch(text) ? EscalationTypes.Billing
        : Technical.IsMatch(text) ? EscalationTypes.Technical
        : Sales.IsMatch(text) ? EscalationTypes.Sales
        : EscalationTypes.Other;

    /// <summary>Whether a text has a word of a topic, whatever other topics it has.</summary>
    public static bool Has(string text, string topic) => topic switch
    {
        EscalationTypes.Urgent => Urgent.IsMatch(text),
        EscalationTypes.Complaint => Complaint.IsMatch(text),
        EscalationTypes.Billing => Billing.IsMatch(text),
        EscalationTypes.Technical => Technical.IsMatch(text),
        EscalationTypes.Sales => Sales.IsMatch(text),
        _ => false,
    };

    [GeneratedRegex(@"\b(urgent(ly)?|emergency|asap|immediately|right (away|now)|dringend|notfall|eilig|sofort|urgence|urgente(mente)?|urgenza|emergencia|emergência|spoed|noodgeval|dringend|pilne|natychmiast|acil)\b|عاجل|طارئ|דחוף|तत्काल|ज़रूरी|紧急|緊急|至急", Options, Limit)]
    private static partial Regex Urgent { get; }

    [GeneratedRegex(@"\b(complain\w*|unacceptable|beschwer\w*|reklamation\w*|plaintes?|réclamations?|quejas?|queja\w*|reclamo|reclam[oi]|reclamaç\w+|klacht\w*|skarg\w*|reklamacj\w*|şikayet\w*)\b|شكوى|תלונה|शिकायत|投诉|苦情|クレーム", Options, Limit)]
    private static partial Regex Complaint { get; }

    [GeneratedRegex(@"\b(bill(s|ed|ing)?|invoices?|refund\w*|charged?( me)?( twice)?|overcharg\w*|payments?|paid|pay|credit card|debit|bank|subscription|money back|rechnung\w*|erstatt\w*|bezahl\w*|zahlung\w*|abgebucht|factures?|rembours\w*|paiement|payer|facturas?|reembols\w*|pagos?|cobr\w+|fattur\w*|rimborso|pagament\w*|faturas?|factuur|terugbetal\w*|betaling\w*|faktur\w*|zwrot\w*|płatno\w*|fatura\w*|iade|ödeme\w*)\b|فاتورة|استرداد|دفع|חשבונית|החזר|תשלום|बिल|रिफंड|भुगतान|账单|发票|退款|付款|請求|返金|支払", Options, Limit)]
    private static partial Regex Billing { get; }

    [GeneratedRegex(@"\b(error|bug|crash\w*|broken?|not working|(doesn't|does not|won't|isn't|can't) (work\w*|turn|start|load|connect|charge|pair|open|log)|log ?in|password|install\w*|set ?up|connect\w*|reset|update|firmware|wi-?fi|bluetooth|technical|malfunction\w*|defect\w*|troubleshoot\w*|fehler|kaputt|defekt|funktioniert|passwort|technisch\w*|panne|ne (marche|fonctionne)|mot de passe|technique|avería|no funciona|contraseña|técnic[oa]|guasto|non funziona|tecnic[oa]|não funciona|senha|storing|werkt niet|wachtwoord|awari\w*|nie działa|hasło|arıza\w*|çalışmıyor|şifre)\b|عطل|لا يعمل|תקלה|לא עובד|खराब|काम नहीं|故障|坏了|密码|故障|壊れ|パスワード", Options, Limit)]
    private static partial Regex Technical { get; }

    [GeneratedRegex(@"\b(buy|buying|purchas(e|ing)|quote|pricing|price|wholesale|bulk|discount|demo|upgrade|sales|kaufen|angebot|preis\w*|rabatt|vertrieb|acheter|devis|prix|comprar|presupuesto|precio|comprare|preventivo|prezzo|orçamento|preço|kopen|offerte|prijs|kupić|ofert\w*|cen[ay]|satın|fiyat\w*)\b|شراء|سعر|לקנות|מחיר|खरीद|कीमत|购买|报价|价格|購入|見積|価格", Options, Limit)]
    private static partial Regex Sales { get; }
}
