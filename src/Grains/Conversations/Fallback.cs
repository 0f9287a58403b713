using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>What is said when neither a model nor the knowledge has an answer in time.</summary>
internal static class Fallback
{
    /// <summary>The prompt's id in the trace of such a word.</summary>
    public const string NoPrompt = "none";

    /// <summary>An honest word about the delay, and the offer of a person.</summary>
    /// <param name="locale">The customer's language as a BCP 47 tag.</param>
    /// <param name="isWaiting">Whether a person was asked for already, and is not offered again.</param>
    public static TurnResult OfferPerson(string locale, bool isWaiting) => new()
    {
        Text = Phrases.Get(isWaiting ? Phrases.Waiting : Phrases.Delayed, locale.Split('-')[0]),
        Outcome = Outcomes.Handoff,
        Confidence = 0,
        OffersHuman = !isWaiting,
        Trace = new TurnTrace { Model = CannedAnswers.NoModel, PromptId = NoPrompt, PromptHash = "" },
    };
}
