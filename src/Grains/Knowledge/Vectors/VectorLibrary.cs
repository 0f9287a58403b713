using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Finds the vectors of a store's passages: those it had, those that are kept, and new ones for the rest.</summary>
/// <param name="embedder">Makes them.</param>
/// <param name="store">Keeps them.</param>
internal sealed class VectorLibrary(Embedder embedder, VectorStore store)
{
    /// <summary>Whether there are vectors at all.</summary>
    public bool IsConfigured => embedder.Model is not null;

    /// <summary>The vectors of passages and instructions; some may be missing when they cannot be had now.</summary>
    /// <param name="name">The store's id.</param>
    /// <param name="passages">All passages of the store.</param>
    /// <param name="instructions">All instructions of the store.</param>
    /// <param name="before">What the store had.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PassageVectors> Of(
        string name, IEnumerable<Passage> passages, IEnumerable<Instruction> instructions, PassageVectors before, CancellationToken cancellationToken)
    {
        if (embedder.Model is not { } model) return PassageVectors.None;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var passage in passages) texts[PassageVectors.DigestOf(passage)] = PassageVectors.TextOf(passage);
        foreach (var instruction in instructions) texts[PassageVectors.DigestOf(instruction)] = instruction.Entry.Text;
        var vectors = ImmutableDictionary.CreateBuilder<string, float[]>(StringComparer.Ordinal);
        foreach (var digest in texts.Keys)
            if (before.ByDigest.TryGetValue(digest, out var vector)) vectors[digest] = vector;
        vectors.AddRange(await store.Load(name, model, [.. texts.Keys.Where(d => !vectors.ContainsKey(d))], cancellationToken));
        foreach (var batch in texts.Keys.Where(d => !vectors.ContainsKey(d)).ToList().Chunk(embedder.BatchSize))
        {
            var made = await embedder.Passages([.. batch.Select(d => texts[d])], cancellationToken);
            if (made.Count == 0) break;
            var pairs = batch.Zip(made).ToList();
            await store.Save(name, model, pairs, cancellationToken);
            foreach (var (digest, vector) in pairs) vectors[digest] = vector;
        }

        await Forget(name, texts.Keys, before, cancellationToken);
        return new PassageVectors(vectors.ToImmutable());
    }

    /// <summary>The vectors of what is asked, by text; empty where the store has none or they cannot be had in time.</summary>
    public async Task<IReadOnlyDictionary<string, float[]>> OfQueries(KnowledgeSnapshot knowledge, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        if (!knowledge.HasVectors) return ImmutableDictionary<string, float[]>.Empty;
        var asked = texts.Distinct(StringComparer.Ordinal).ToList();
        var made = await embedder.Queries(asked, cancellationToken);
        return asked.Zip(made).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    private async Task Forget(string name, IReadOnlyCollection<string> present, PassageVectors before, CancellationToken cancellationToken)
    {
        if (before.ByDigest.IsEmpty)
        {
            await store.KeepOnly(name, present, cancellationToken);
            return;
        }

        var gone = before.ByDigest.Keys.Except(present, StringComparer.Ordinal).ToList();
        if (gone.Count > 0) await store.Remove(name, gone, cancellationToken);
    }
}
