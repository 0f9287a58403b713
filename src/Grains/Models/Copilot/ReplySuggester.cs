using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>
/// Suggests replies to an agent: the answer that a turn would give, with staff's own knowledge beside the store's, and after
/// it what the sources say that it does not cite. Through the same plan, budget and checks as turns.
/// </summary>
internal sealed class ReplySuggester(IAssistant assistant, KnowledgeLibrary library)
{
    private const int Most = 3;

    /// <summary>At most three replies, the best first; none where nothing answers.</summary>
    public async Task<ImmutableArray<SuggestedReply>> Suggest(TurnInput input, CancellationToken cancellationToken)
    {
        var knowledge = await library.Of(input.Store, cancellationToken);
        var staff = await library.Staff(input.Store, cancellationToken);
        input = input with { Beside = staff.Passages.IsEmpty ? null : staff };
        var replies = ImmutableArray.CreateBuilder<SuggestedReply>(Most);
        await foreach (var update in assistant.Run(input, cancellationToken))
        {
            if (update is TurnFinished { Result: { Outcome: Outcomes.Answered, Citations.IsEmpty: false } result }) Add(result.Text, result.Citations);
        }

        var plan = PlanChoice.Of(knowledge, input);
        if (plan.Decision is not (Decision.Answer or Decision.AskWhich)) return replies.ToImmutable();
        var left = plan.Passages();
        while (replies.Count < Most)
        {
            var said = replies.SelectMany(r => r.Citations).Select(c => c.ChunkId).ToHashSet(StringComparer.Ordinal);
            left = [.. left.Where(p => !said.Contains(p.Passage.ChunkId))];
            var check = AnswerCheck.Of(AnswerWriter.Write(plan.Questions.Select(q => q.Query), left, plan.Language), left);
            if (check.Cited.IsEmpty) break;
            Add(check.Text, Quotes.For(check, left));
        }

        return replies.ToImmutable();

        void Add(string text, ImmutableArray<Citation> citations) => replies.Add(new SuggestedReply
        {
            Text = text,
            Citations = citations,
            StaffOnly = [.. citations.Where(c => staff.Passages.Any(p => p.ChunkId == c.ChunkId)).Select(c => c.N)],
        });
    }
}
