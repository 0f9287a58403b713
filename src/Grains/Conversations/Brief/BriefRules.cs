using System.Collections.Immutable;
using System.Globalization;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>Makes the brief of a conversation. Pure, and without a model.</summary>
internal static class BriefRules
{
    private const int SummarySentences = 3;
    private const int LongestSummary = 400;
    private const int LongestQuestion = 300;
    private const int LongestTried = 120;
    private const int MostTried = 6;
    private const int LookBack = 5;

    // Half of what makes a person be asked for.
    private const double Uneasy = EscalationThresholds.Frustrated / 2;

    /// <summary>The brief.</summary>
    public static ConversationBrief Of(BriefMaterial material)
    {
        var open = OpenQuestion(material);
        return new ConversationBrief
        {
            ThroughSeq = material.Through,
            Summary = Summary(material),
            Facts = material.Facts,
            Tried = Tried(material.Messages),
            OpenQuestion = open,
            NextStep = NextSteps.Of(material, open),
            Sentiment = Sentiment(material.Messages),
            Type = material.Escalation?.Kind,
            Reason = material.Escalation?.Reason,
        };
    }

    /// <summary>Whether two briefs say the same, whatever they know of.</summary>
    public static bool SaysSame(ConversationBrief a, ConversationBrief? b) =>
        b is not null && a.Facts.SequenceEqual(b.Facts) && a.Tried.SequenceEqual(b.Tried) &&
        a == b with { ThroughSeq = a.ThroughSeq, Facts = a.Facts, Tried = a.Tried };

    /// <summary>What the customer wants, in the customer's own words.</summary>
    public static string Summary(BriefMaterial material)
    {
        var said = BriefSummary.Sentences(material.Messages.Where(m => m.Role == MessageRole.Customer).Select(m => m.Text));
        return PlainCut.Of(string.Join(' ', BriefSummary.Of(said, SummarySentences, LongestSummary)), LongestSummary);
    }

    private static string? OpenQuestion(BriefMaterial material)
    {
        var said = BriefSummary.Sentences(material.Pending.Select(m => m.Text)).ToList();
        var question = said.FindLast(BriefSummary.IsQuestion) ?? said.LastOrDefault();
        return question is null || material.IsResolved ? null : PlainCut.Of(question, LongestQuestion);
    }

    private static ImmutableArray<string> Tried(ImmutableArray<BriefMessage> messages)
    {
        var tried = new List<string>();
        for (var i = 0; i < messages.Length; i++)
        {
            var message = messages[i];
            if (message.Role == MessageRole.Customer) continue;
            var words = PlainCut.Of(Plain(message.Text), LongestTried);
            var what = message switch
            {
                { Role: MessageRole.Agent } => $"{message.Author} wrote: {words}",
                { Outcome: Outcomes.Handoff } when message.Sources.IsEmpty => "A person was offered or asked for.",
                { Outcome: Outcomes.Clarify } => $"Asked back: {words}",
                { Sources.IsEmpty: false } => $"Answered: {words} ({string.Join("; ", message.Sources.Take(3))})",
                _ => null,
            };
            if (what is null) continue;
            if (message.Score is { } score) what += string.Create(CultureInfo.InvariantCulture, $" – rated {score} of 5");
            if (AskedAgain(messages, i)) what += " – asked again";
            tried.Add(what);
        }

        return [.. tried.TakeLast(MostTried)];
    }

    private static string Plain(string text) =>
        AnswerCheck.WithoutMarkers(text).Replace("**", "", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace(" .", ".", StringComparison.Ordinal).Trim();

    // The customer says after an answer what they said before it.
    private static bool AskedAgain(ImmutableArray<BriefMessage> messages, int answer)
    {
        var before = messages.Take(answer).LastOrDefault(m => m.Role == MessageRole.Customer);
        var after = messages.Skip(answer + 1).FirstOrDefault(m => m.Role == MessageRole.Customer);
        return before is not null && after is not null && Frustration.IsSame(after.Text, before.Text);
    }

    private static string Sentiment(ImmutableArray<BriefMessage> messages)
    {
        var said = messages.Where(m => m.Role == MessageRole.Customer).Select(m => m.Text).TakeLast(LookBack).ToList();
        var score = Frustration.Of([], said).Score;
        return score >= EscalationThresholds.Frustrated ? Sentiments.Angry : score >= Uneasy ? Sentiments.Uneasy : Sentiments.Calm;
    }
}
