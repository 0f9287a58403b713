using System.Collections.Frozen;

namespace SupportPlatform.Help;

/// <summary>The pages' own words in a language.</summary>
public sealed record HelpWords
{
    private static readonly FrozenDictionary<string, HelpWords> All = new Dictionary<string, HelpWords>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new(),
        ["de"] = new()
        {
            Title = "Hilfe",
            Lead = "Wie können wir helfen?",
            Search = "Suchen",
            Placeholder = "Hilfe durchsuchen",
            Popular = "Meistgelesen",
            Questions = "Häufige Fragen",
            Other = "Weiteres",
            StillStuck = "Noch Fragen?",
            Chat = "Mit uns chatten",
            Updated = "Aktualisiert am",
            NothingFound = "Dazu haben wir nichts gefunden.",
            Missing = "Diesen Artikel gibt es nicht oder nicht mehr.",
            Home = "Alle Themen",
            Results = "Ergebnisse für",
            Answer = "Antwort",
            SkipTo = "Zum Inhalt",
            Empty = "Hier ist noch nichts veröffentlicht.",
            Related = "Aus derselben Rubrik",
        },
        ["fr"] = new()
        {
            Title = "Aide",
            Lead = "Comment pouvons-nous vous aider ?",
            Search = "Rechercher",
            Placeholder = "Rechercher dans l’aide",
            Popular = "Les plus lus",
            Questions = "Questions fréquentes",
            Other = "Autres",
            StillStuck = "Encore une question ?",
            Chat = "Discuter avec nous",
            Updated = "Mis à jour le",
            NothingFound = "Nous n’avons rien trouvé.",
            Missing = "Cet article n’existe pas ou plus.",
            Home = "Tous les sujets",
            Results = "Résultats pour",
            Answer = "Réponse",
            SkipTo = "Aller au contenu",
            Empty = "Rien n’est encore publié ici.",
            Related = "Dans la même rubrique",
        },
        ["es"] = new()
        {
            Title = "Ayuda",
            Lead = "¿En qué podemos ayudarle?",
            Search = "Buscar",
            Placeholder = "Buscar en la ayuda",
            Popular = "Lo más leído",
            Questions = "Preguntas frecuentes",
            Other = "Otros",
            StillStuck = "¿Aún tiene preguntas?",
            Chat = "Hablar con nosotros",
            Updated = "Actualizado el",
            NothingFound = "No hemos encontrado nada.",
            Missing = "Este artículo no existe o ya no existe.",
            Home = "Todos los temas",
            Results = "Resultados para",
            Answer = "Respuesta",
            SkipTo = "Ir al contenido",
            Empty = "Aún no hay nada publicado.",
            Related = "En la misma sección",
        },
        ["ar"] = new()
        {
            Title = "المساعدة",
            Lead = "كيف يمكننا مساعدتك؟",
            Search = "بحث",
            Placeholder = "ابحث في المساعدة",
            Popular = "الأكثر قراءة",
            Questions = "الأسئلة الشائعة",
            Other = "أخرى",
            StillStuck = "هل ما زلت بحاجة إلى مساعدة؟",
            Chat = "تحدث معنا",
            Updated = "آخر تحديث",
            NothingFound = "لم نعثر على شيء.",
            Missing = "هذا المقال غير موجود.",
            Home = "كل المواضيع",
            Results = "نتائج البحث عن",
            Answer = "الإجابة",
            SkipTo = "انتقل إلى المحتوى",
            Empty = "لم يُنشر شيء بعد.",
            Related = "من القسم نفسه",
        },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the pages.</summary>
    public string Title { get; init; } = "Help";

    /// <summary>The first page's heading.</summary>
    public string Lead { get; init; } = "How can we help?";

    /// <summary>The search button.</summary>
    public string Search { get; init; } = "Search";

    /// <summary>The search field.</summary>
    public string Placeholder { get; init; } = "Search the help centre";

    /// <summary>The most read articles.</summary>
    public string Popular { get; init; } = "Most read";

    /// <summary>The frequently asked questions.</summary>
    public string Questions { get; init; } = "Frequently asked questions";

    /// <summary>What has no category.</summary>
    public string Other { get; init; } = "More";

    /// <summary>The question before the way to the chat.</summary>
    public string StillStuck { get; init; } = "Still need help?";

    /// <summary>The way to the chat.</summary>
    public string Chat { get; init; } = "Chat with us";

    /// <summary>Before an article's date.</summary>
    public string Updated { get; init; } = "Updated on";

    /// <summary>A search without hits.</summary>
    public string NothingFound { get; init; } = "We found nothing for that.";

    /// <summary>An article that is not there.</summary>
    public string Missing { get; init; } = "This article does not exist, or no more.";

    /// <summary>The way to the first page.</summary>
    public string Home { get; init; } = "All topics";

    /// <summary>Before a query.</summary>
    public string Results { get; init; } = "Results for";

    /// <summary>Above an answer of the assistant.</summary>
    public string Answer { get; init; } = "Answer";

    /// <summary>The link for those who use a keyboard.</summary>
    public string SkipTo { get; init; } = "Skip to the content";

    /// <summary>A store that publishes nothing yet.</summary>
    public string Empty { get; init; } = "Nothing is published here yet.";

    /// <summary>Other articles of a category.</summary>
    public string Related { get; init; } = "In the same section";

    /// <summary>The words of a language, or English.</summary>
    public static HelpWords For(string locale) => All.GetValueOrDefault(locale.Split('-')[0]) ?? All["en"];
}
