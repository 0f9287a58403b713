using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>The words of all passages, with title, section and body as fields.</summary>
internal sealed class TermIndex
{
    private const float TitleWeight = 0.8f;
    private const float SectionWeight = 1.5f;
    private const float BodyWeight = 1f;
    private const float LabelWeight = 1f;

    private readonly Dictionary<string, Posting[]> _postings;
    private readonly int _passages;

    /// <summary>Indexes the passages.</summary>
    public TermIndex(IReadOnlyList<Passage> passages)
    {
        var builder = new PostingsBuilder<string>();
        foreach (var passage in passages)
        {
            var keys = new Dictionary<string, float>(StringComparer.Ordinal);
            var body = Add(keys, passage.Text, BodyWeight);
            Add(keys, TitleText(passage), TitleWeight);
            if (passage.Section is not null) Add(keys, passage.Section, SectionWeight);
            // What a row of data or an answer is about counts twice, as it is in the body already.
            foreach (var label in passage.Statements.Select(s => s.Label ?? s.Question).OfType<string>().Distinct(StringComparer.Ordinal))
                Add(keys, label, LabelWeight);
            builder.Add(keys, body);
        }

        _postings = builder.Build();
        _passages = passages.Count;
    }

    /// <summary>All terms.</summary>
    public IReadOnlyCollection<string> Terms => _postings.Keys;

    /// <summary>What is searched as a passage's title: the title and the file's name.</summary>
    public static string TitleText(Passage passage) => $"{passage.Title} {Path.GetFileNameWithoutExtension(passage.Source)}";

    /// <summary>The passages with a term; empty when there is none.</summary>
    public ReadOnlySpan<Posting> Postings(string term) => _postings.GetValueOrDefault(term);

    /// <summary>Whether any passage has the term.</summary>
    public bool Contains(string term) => _postings.ContainsKey(term);

    /// <summary>The inverse document frequency of a term that so many passages have.</summary>
    public double Idf(int documents) => Math.Log(1 + ((_passages - documents + 0.5) / (documents + 0.5)));

    private static int Add(Dictionary<string, float> keys, string text, float weight)
    {
        var terms = Tokens.Of(text);
        foreach (var term in terms) CollectionsMarshal.GetValueRefOrAddDefault(keys, term, out _) += weight;
        return terms.Count;
    }
}
