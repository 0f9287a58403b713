using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportPlatform.Eval.Sets;

/// <summary>What the silo made of a question.</summary>
internal sealed record QuestionReply
{
    /// <summary>So many passages a turn is supplied with for a question.</summary>
    private const int Supplied = 6;

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(2);

    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<JsonElement> Hits { get; init; }

    /// <summary>The turn.</summary>
    public required JsonElement Answer { get; init; }

    /// <summary>Whether the assistant did not answer: it asked back, offered a person or refused.</summary>
    public bool IsEscalated => Answer.GetProperty("outcome").GetString() != "answered";

    /// <summary>The answer's text, in compatibility form.</summary>
    public string Text => (Answer.GetProperty("answer").GetString() ?? "").Normalize(NormalizationForm.FormKC);

    /// <summary>The citations.</summary>
    public IReadOnlyList<JsonElement> Citations => [.. Answer.GetProperty("citations").EnumerateArray()];

    /// <summary>Whether each place is among the first hits.</summary>
    public bool IsFound(int first, int slack = 0) =>
        Question.Places.All(p => Hits.Take(first).Any(h => IsAt(h, p, slack)));

    /// <summary>Whether the fact is in the passages that a turn would get.</summary>
    public bool IsSupplied
    {
        get
        {
            var text = string.Join('\n', Hits.Take(Supplied).Select(h => h.GetProperty("text").GetString())).Normalize(NormalizationForm.FormKC);
            return Question.Must.All(m => Matches(text, m));
        }
    }

    /// <summary>Whether the answer has what it must have and nothing that it must not.</summary>
    public bool IsRight => !IsEscalated && Question.Must.All(m => Matches(Text, m)) && !HasForbidden;

    /// <summary>Whether it has another's fact.</summary>
    public bool HasForbidden => Question.Forbid.Any(m => Matches(Text, m));

    /// <summary>Whether any right place is cited.</summary>
    public bool Cites(bool withPage) =>
        Question.Places.Any(p => Citations.Any(c => IsAt(c, withPage ? p : (p.Source, null), slack: 1)));

    /// <summary>The row of predictions.</summary>
    public JsonObject ToPrediction() => new()
    {
        ["id"] = Question.Id,
        ["hits"] = Places(Hits),
        ["answer"] = Answer.GetProperty("answer").GetString(),
        ["citations"] = Places(Citations),
        ["escalated"] = IsEscalated,
        ["score"] = Answer.GetProperty("confidence").GetDouble(),
    };

    private static JsonArray Places(IEnumerable<JsonElement> places) => [.. places.Select(p => new JsonObject
    {
        ["source"] = p.GetProperty("source").GetString(),
        ["page"] = PageOf(p),
    })];

    private static bool IsAt(JsonElement hit, (string Source, int? Page) place, int slack) =>
        hit.GetProperty("source").GetString() == place.Source
        && (place.Page is not { } page || (PageOf(hit) is { } at && Math.Abs(at - page) <= slack));

    private static int? PageOf(JsonElement hit) =>
        hit.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.Number ? page.GetInt32() : null;

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase, MatchTime);
}
