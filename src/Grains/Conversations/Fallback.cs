using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>What is said when neither a model nor the knowledge has an answer in time.</summary>
internal static class Fallback
{
    /// <summary>The prompt's id in the trace of such a word.</summary>
    public const string NoPrompt = "none";

    private static readonly TurnTrace Trace = new() { Model = CannedAnswers.NoModel, PromptId = NoPrompt, PromptHash = "" };

    /// <summary>An honest word about the delay, and the offer of a person.</summary>
    /// <param name="locale">The customer's language as a BCP 47 tag.</param>
    /// <param name="isWaiting">Whether a person was asked for already, and is not offered again.</param>
    public static TurnResult OfferPerson(string locale, bool isWaiting) => new()
    {
        Text = Phrases.Get(isWaiting ? Phrases.Waiting : Phrases.Delayed, locale.Split('-')[0]),
        Outcome = Outcomes.Handoff,
        Confidence = 0,
        OffersHuman = !isWaiting,
        Trace = Trace,
    };

    /// <summary>The offer of a person in place of an answer that staff refused.</summary>
    /// <param name="locale">The customer's language as a BCP 47 tag.</param>
    /// <param name="isWaiting">Whether a person was asked for already, and is not offered again.</param>
    public static TurnResult Refused(string locale, bool isWaiting) => OfferPerson(locale, isWaiting) with
    {
        Text = Phrases.Get(isWaiting ? Phrases.Waiting : Phrases.OfferPerson, locale.Split('-')[0]),
    };

    /// <summary>A person, in place of an answer that nobody approved in time.</summary>
    /// <param name="settings">The store's settings.</param>
    /// <param name="locale">The customer's language as a BCP 47 tag.</param>
    /// <param name="state">The conversation.</param>
    /// <param name="questions">What the customer asked.</param>
    /// <param name="now">The time.</param>
    public static TurnResult Unapproved(
        StoreSettings settings, string locale, ConversationState state, IEnumerable<string> questions, DateTimeOffset now)
    {
        var language = locale.Split('-')[0];
        var words = state.Status == ConversationStatus.Waiting
            ? new HandoffWords(Phrases.Get(Phrases.Waiting, language), [], null)
            : Handoff.Words(EscalationReasons.Policy, settings, now, language);
        return new TurnResult
        {
            Text = words.Text,
            Suggestions = words.Choices,
            Form = state.HasMail ? null : words.Form,
            Outcome = Outcomes.Handoff,
            Confidence = 0,
            Escalation = new Escalate
            {
                Reason = EscalationReasons.Policy,
                Type = EscalationTopics.Of(string.Join('\n', questions)),
                Desk = (settings.Escalation ?? new EscalationSettings()).Desk,
                Evidence = "An answer was not approved in time.",
            },
            Trace = Trace,
        };
    }
}
