using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>How well a set of messages is answered from a set's entries.</summary>
internal sealed record FaqFigures
{
    public required double First { get; init; }

    public required double AmongThree { get; init; }

    /// <summary>The share answered from the right entry, or not answered where no entry does.</summary>
    public required double Joint { get; init; }

    public required double OutOfScopeRecall { get; init; }

    /// <summary>How often a message that an entry answers is given more confidence than one that none does.</summary>
    public required double Order { get; init; }

    /// <summary>The same for the score of the first hit.</summary>
    public required double SearchOrder { get; init; }

    public static async Task<FaqFigures> Of(string set)
    {
        var library = FaqData.Library(set);
        var knowledge = library.Of(FaqData.Store);
        var rows = new List<(string? Entry, string[] Ranked, TurnResult Result, double Score)>();
        foreach (var (text, entry) in FaqData.Queries(set))
        {
            var hits = knowledge.Search(knowledge.Read(text), 3);
            var result = await new Turns(library, store: FaqData.Store).Ask(text);
            rows.Add((entry, [.. hits.Select(h => h.Passage.Source)], result, hits.IsEmpty ? 0 : hits[0].Score));
        }

        var inScope = rows.Where(r => r.Entry is not null).ToList();
        var beyond = rows.Where(r => r.Entry is null).ToList();
        return new FaqFigures
        {
            First = Share(inScope, r => r.Ranked.FirstOrDefault() == r.Entry),
            AmongThree = Share(inScope, r => r.Ranked.Contains(r.Entry)),
            Joint = Share(rows, r => Answered(r.Result) == r.Entry),
            OutOfScopeRecall = Share(beyond, r => Answered(r.Result) is null),
            Order = Ordered([.. inScope.Select(r => r.Result.Confidence)], [.. beyond.Select(r => r.Result.Confidence)]),
            SearchOrder = Ordered([.. inScope.Select(r => r.Score)], [.. beyond.Select(r => r.Score)]),
        };
    }

    private static string? Answered(TurnResult result) =>
        result.Outcome == Outcomes.Answered ? result.Citations.FirstOrDefault()?.Source : null;

    private static double Share<T>(List<T> rows, Func<T, bool> test) => rows.Count == 0 ? 0 : (double)rows.Count(test) / rows.Count;

    // The area under the curve of true over false positives; equal values count half.
    private static double Ordered(double[] above, double[] below) => above.Length == 0 || below.Length == 0 ? 0 :
        above.Sum(a => below.Sum(b => a > b ? 1 : a < b ? 0 : 0.5)) / above.Length / below.Length;
}
