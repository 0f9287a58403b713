using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>The answers that need no model: phrases, questions back, offers of a person.</summary>
internal static class CannedAnswers
{
    /// <summary>The model's name in the trace of an answer without a model.</summary>
    public const string NoModel = "none";

    private const int MostSuggestions = 4;

    /// <summary>The answer for every decision but <see cref="Decision.Answer"/>.</summary>
    public static TurnResult For(TurnPlan plan, TurnInput input) =>
        For(plan, input, plan.Decision, Trace(plan.Passages()));

    /// <summary>What stands in for a model's answer that was empty or refused.</summary>
    public static TurnResult Instead(TurnPlan plan, TurnInput input, TurnTrace trace) =>
        For(plan, input, plan.Rivals.Length > 1 ? Decision.AskWhich : Decision.OfferPerson, trace);

    /// <summary>The trace of an answer that no model wrote.</summary>
    public static TurnTrace Trace(ImmutableArray<RankedPassage> passages) => new()
    {
        Model = NoModel,
        PromptId = Prompt.Answer.Id,
        PromptHash = Prompt.Answer.Hash,
        Passages = [.. passages.Select(p => p.ToHit())],
    };

    private static TurnResult For(TurnPlan plan, TurnInput input, Decision decision, TurnTrace trace)
    {
        var (phrase, outcome) = decision switch
        {
            Decision.SmallTalk => (plan.SmallTalk!, Outcomes.Answered),
            Decision.AskWhich => (Phrases.AskWhich, Outcomes.Clarify),
            Decision.AskMore => (Phrases.AskMore, Outcomes.Clarify),
            Decision.OfferPerson => (Phrases.OfferPerson, Outcomes.Handoff),
            Decision.StillStuck => (Phrases.StillStuck, Outcomes.Handoff),
            Decision.WantsPerson => (Phrases.WantsPerson, Outcomes.Handoff),
            Decision.Answer => throw new ArgumentOutOfRangeException(nameof(decision), decision, "An answer is written, not canned."),
        };
        if (input.IsWaiting && outcome == Outcomes.Handoff) phrase = Phrases.Waiting;
        return new TurnResult
        {
            Text = Phrases.Get(phrase, plan.Language, input.Settings.Name),
            Outcome = outcome,
            Confidence = decision is Decision.SmallTalk or Decision.WantsPerson ? 1 : AnswerPolicy.Confidence(plan.Coverage),
            Suggestions = decision switch
            {
                Decision.AskWhich => plan.Rivals,
                Decision.AskMore => Near(plan),
                Decision.SmallTalk when phrase == Phrases.Greeting => [.. input.Settings.StarterQuestions.Take(MostSuggestions)],
                _ => [],
            },
            OffersHuman = outcome == Outcomes.Handoff && decision != Decision.WantsPerson && !input.IsWaiting,
            Trace = trace,
        };
    }

    // What the best passages are about.
    private static ImmutableArray<string> Near(TurnPlan plan) =>
        [.. plan.Passages().Select(p => p.Passage.Section is { } section
                ? $"{p.Passage.Title} – {section.Split(DocumentLine.SectionSeparator)[^1]}"
                : p.Passage.Title)
            .Distinct(StringComparer.Ordinal).Take(3)];
}
