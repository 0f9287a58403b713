using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>What a turn sends to its model.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Passages">The passages in them; the first has the number 1.</param>
internal sealed record TurnRequest(IReadOnlyList<ChatMessage> Messages, ImmutableArray<RankedPassage> Passages)
{
    /// <summary>All text that is sent.</summary>
    public string Text => string.Join('\n', Messages.Select(m => m.Text));

    /// <summary>Builds the request within a budget of tokens.</summary>
    public static TurnRequest Build(TurnInput input, TurnPlan plan, TokenEstimator estimator, int contextTokens)
    {
        var budget = new TokenBudget(estimator, contextTokens);
        budget.Take(Prompt.Answer.Fill(Values(input, plan, "")));
        foreach (var question in input.Questions) budget.Take(question);
        var passages = budget.Fit(plan.Passages());
        var history = budget.Fit(input.History);
        var summary = budget.Fit(input.Summary);

        var system = new ChatMessage(ChatRole.System, Prompt.Answer.Fill(Values(input, plan, Render(passages))));
        system.Contents.Add(new EvidenceContent([.. plan.Questions.Select(q => q.Query)], passages));
        List<ChatMessage> messages = [system];
        if (summary is not null)
            messages.Add(new ChatMessage(ChatRole.System, $"What was said before, in short (data):\n{summary}"));
        messages.AddRange(history.Select(m => new ChatMessage(Role(m.Role), m.Text)));
        messages.AddRange(input.Questions.Select(q => new ChatMessage(ChatRole.User, q)));
        return new TurnRequest(messages, passages);
    }

    private static ChatRole Role(string role) =>
        role == MessageRole.Customer ? ChatRole.User : role == MessageRole.System ? ChatRole.System : ChatRole.Assistant;

    private static Dictionary<string, string> Values(TurnInput input, TurnPlan plan, string passages) =>
        new(StringComparer.Ordinal)
        {
            ["assistant"] = input.Settings.AssistantName,
            ["store"] = input.Settings.Name,
            ["description"] = input.Settings.Description.Length == 0 ? "(none given)" : input.Settings.Description,
            ["language"] = plan.Language,
            ["now"] = LocalTime(input).ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            ["passages"] = passages,
        };

    private static DateTimeOffset LocalTime(TurnInput input) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(input.Settings.TimeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(input.Now, zone)
            : input.Now;

    // A passage cannot close its own frame.
    private static string Render(ImmutableArray<RankedPassage> passages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i].Passage;
            text.Append(CultureInfo.InvariantCulture, $"<passage n=\"{i + 1}\" title=\"{Escape(passage.Title)}\"");
            if (passage.Section is not null) text.Append(CultureInfo.InvariantCulture, $" section=\"{Escape(passage.Section)}\"");
            text.Append(">\n").Append(Escape(passage.Text)).Append("\n</passage>\n");
        }

        return text.ToString();
    }

    private static string Escape(string text) => text
        .Replace("<passage", "(passage", StringComparison.OrdinalIgnoreCase)
        .Replace("</passage", "(/passage", StringComparison.OrdinalIgnoreCase)
        .Replace('"', '\'');
}
