using System.Globalization;
using System.Text.RegularExpressions;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// Whether a customer's messages want a person, and why. Pure, and without a model. The gravest reason counts: danger, a wish,
/// the law, the store's rules, anger, failure, complexity.
/// </summary>
internal static class EscalationRules
{
    private const int LongestEvidence = 500;
    private const int LookBack = 5;

    /// <summary>The person that a turn's messages want; null for none.</summary>
    /// <param name="input">The turn.</param>
    /// <param name="isAnswered">Whether the assistant has an answer.</param>
    public static Escalate? Find(TurnInput input, bool isAnswered)
    {
        var policy = input.Settings.Escalation ?? new EscalationSettings();
        if (Matched(input, SensitiveWords.Safety) is { } danger) return Made(EscalationReasons.Safety, danger, EscalationTypes.Urgent);
        if (PersonWish.Accepts(input.Questions, input.History)) return Made(EscalationReasons.Asked, input.Questions[^1], About(input));
        if (First(input, PersonWish.Is) is { } wish) return Made(EscalationReasons.Asked, wish, About(input));
        if (Matched(input, SensitiveWords.Legal) is { } law) return Made(EscalationReasons.Legal, law, EscalationTypes.Complaint);
        foreach (var message in input.Questions)
        {
            if (StorePolicy.Find(policy, message) is { } found)
                return Made(EscalationReasons.Policy, found.Evidence, found.Rule.Type ?? EscalationTopics.Of(message), found.Rule.Desk);
        }

        var hadAgent = input.History.Any(m => m.Role == MessageRole.Agent);
        if (!hadAgent && input.ContactId is { } contact && policy.VipContacts.Contains(contact)) return Made(EscalationReasons.Policy, "VIP", About(input));
        if (FrustrationOf(input) is { } anger && anger.Score >= EscalationThresholds.Frustrated)
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{anger.Score:0.00}: {string.Join(", ", anger.Signs)}");
            return Made(EscalationReasons.Frustration, shown, EscalationTypes.Complaint);
        }

        if (isAnswered) return null;
        if (input.UnansweredTurns >= EscalationThresholds.FailedTurns)
            return Made(EscalationReasons.Failures, string.Create(CultureInfo.InvariantCulture, $"{input.UnansweredTurns} turns without an answer"), About(input));
        var asked = input.Questions.Sum(q => QuestionSplitter.Questions(q).Count());
        return asked > QuestionPlanner.MostQuestions
            ? Made(EscalationReasons.Complexity, string.Create(CultureInfo.InvariantCulture, $"{asked} questions at once"), About(input))
            : null;

        Escalate Made(string reason, string evidence, string type, string? desk = null) =>
            new() { Reason = reason, Evidence = Cut(evidence), Type = type, Desk = desk ?? policy.Desk };
    }

    /// <summary>What the rules say of a customer's messages, each a turn of its own that is answered.</summary>
    public static EscalationVerdict Test(string store, StoreSettings settings, EscalationTest test, DateTimeOffset now)
    {
        Escalate? wanted = null;
        int? at = null;
        var highest = 0.0;
        for (var i = 0; i < test.Messages.Length; i++)
        {
            var input = new TurnInput
            {
                Store = store,
                Settings = settings,
                Questions = [test.Messages[i]],
                History = [.. test.Messages.Take(i).Select(m => new HistoryMessage(MessageRole.Customer, m))],
                ContactId = test.ContactId,
                Now = now,
            };
            highest = Math.Max(highest, FrustrationOf(input).Score);
            if (wanted is not null || Find(input, isAnswered: true) is not { } found) continue;
            (wanted, at) = (found, i + 1);
        }

        return new EscalationVerdict
        {
            Reason = wanted?.Reason,
            Type = wanted?.Type,
            Desk = wanted?.Desk,
            Evidence = wanted?.Evidence,
            Message = at,
            Frustration = highest,
        };
    }

    // What was said before an agent came is dealt with.
    private static Frustration FrustrationOf(TurnInput input)
    {
        var before = input.History.AsEnumerable().Reverse().TakeWhile(m => m.Role != MessageRole.Agent).Where(m => m.Role == MessageRole.Customer).Take(LookBack).Reverse();
        return Frustration.Of([.. before.Select(m => m.Text)], input.Questions);
    }

    private static string? First(TurnInput input, Func<string, bool> holds) => input.Questions.FirstOrDefault(holds);

    private static string? Matched(TurnInput input, Regex words) => First(input, q => words.IsMatch(q.Replace('’', '\'')));

    private static string About(TurnInput input) => EscalationTopics.Of(string.Join('\n', input.Questions).Replace('’', '\''));

    private static string Cut(string text)
    {
        if (text.Length <= LongestEvidence) return text;
        return text[..(char.IsHighSurrogate(text[LongestEvidence - 1]) ? LongestEvidence - 1 : LongestEvidence)];
    }
}
