using System.Text.Json;

namespace SupportPlatform.Models;

/// <summary>
/// The assistant's own sentences, from <c>Phrases.json</c>: all that it says without a passage. None promises a time or
/// states a fact about the store but its opening hours.
/// </summary>
internal static class Phrases
{
    public const string Delayed = "delayed";
    public const string Greeting = "greeting";
    public const string Attached = "attached";
    public const string Sent = "sent";
    public const string TeamNote = "team-note";
    public const string Welcome = "welcome";
    public const string Goodbye = "goodbye";
    public const string HoursTitle = "hours-title";
    public const string HoursOpen = "hours-open";
    public const string HoursAlways = "hours-always";
    public const string HoursClosed = "hours-closed";
    public const string HoursOn = "hours-on";
    public const string HoursOff = "hours-off";
    public const string HoursPeriod = "hours-period";
    public const string HoursAnd = "hours-and";
    public const string OfferPerson = "offer-person";
    public const string WantsPerson = "wants-person";
    public const string StillStuck = "still-stuck";
    public const string AskWhich = "ask-which";
    public const string AskMore = "ask-more";
    public const string Rest = "rest";
    public const string Dated = "dated";
    public const string OlderSays = "older-says";
    public const string OtherSays = "other-says";
    public const string About = "about";
    public const string HandoffAsked = "handoff-asked";
    public const string HandoffSorry = "handoff-sorry";
    public const string HandoffPassed = "handoff-passed";
    public const string HandoffOpen = "handoff-open";
    public const string HandoffClosed = "handoff-closed";
    public const string Waiting = "waiting";
    public const string RestWaiting = "rest-waiting";
    public const string ChoiceWait = "choice-wait";
    public const string ChoiceMessage = "choice-message";
    public const string ChoiceAssistant = "choice-assistant";
    public const string ChosenWait = "chosen-wait";
    public const string ChosenMessage = "chosen-message";
    public const string ChosenMessageKnown = "chosen-message-known";
    public const string ChosenAssistant = "chosen-assistant";
    public const string ContactTitle = "contact-title";
    public const string ContactText = "contact-text";
    public const string ContactName = "contact-name";
    public const string ContactMail = "contact-mail";
    public const string ContactMessage = "contact-message";

    private const string Default = "en";

    private static readonly string[] Offers = [OfferPerson, StillStuck, Rest];
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = Load();

    /// <summary>The phrase in the language, or in English for languages without it.</summary>
    /// <param name="name">One of this class's names.</param>
    /// <param name="language">A two-letter code.</param>
    /// <param name="store">The store's name, for phrases that say it.</param>
    public static string Get(string name, string language, string store = "") =>
        Fill(name, language, ("store", store));

    /// <summary>The phrase with its places filled, in the language or in English for languages without it.</summary>
    /// <param name="name">One of this class's names.</param>
    /// <param name="language">A two-letter code.</param>
    /// <param name="values">What stands in the places, by their names.</param>
    public static string Fill(string name, string language, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = Texts.GetValueOrDefault(language, Texts[Default])[name];
        foreach (var (place, value) in values) text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The language in which phrases are for who reads another: that one, or English.</summary>
    /// <param name="language">A two-letter code.</param>
    public static string Known(string language) => Texts.ContainsKey(language) ? language : Default;

    /// <summary>A statement with the day of its document.</summary>
    /// <param name="name"><see cref="Dated"/>, <see cref="OlderSays"/> or <see cref="OtherSays"/>.</param>
    /// <param name="language">A two-letter code.</param>
    /// <param name="said">The statement.</param>
    /// <param name="at">When the document was written, where the phrase says it.</param>
    public static string Get(string name, string language, string said, DateTimeOffset? at)
    {
        var date = at is { } day ? WrittenDate.WithYear(day, language) : "";
        return Fill(name, language, ("date", date), ("said", said));
    }

    /// <summary>A question about a section of a source.</summary>
    /// <param name="language">A two-letter code.</param>
    /// <param name="topic">The section's heading.</param>
    /// <param name="of">The source's title.</param>
    public static string Question(string language, string topic, string of) =>
        Fill(About, language, ("topic", topic.TrimEnd('?', '？', '؟', ' ')), ("of", of));

    /// <summary>Whether the text is the phrase, in any language.</summary>
    public static bool Is(string text, string name) =>
        Texts.Values.Any(t => string.Equals(text.Trim(), t[name], StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text ends with an offer of a person, in any language.</summary>
    public static bool OffersPerson(string text) =>
        Texts.Values.Any(t => Offers.Any(name => text.EndsWith(t[name], StringComparison.Ordinal)));

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream("Phrases.json")
            ?? throw new InvalidOperationException("The embedded phrases are missing.");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
