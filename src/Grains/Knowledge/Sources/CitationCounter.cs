using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Counts in how many answers each source was cited. Counts are gathered in memory and written together; those of the
/// last moment before a crash are lost, which a figure of this kind can bear.
/// </summary>
internal sealed class CitationCounter(NpgsqlDataSource database)
{
    private const int MostWaiting = 10_000;

    // Names within a kind are unique, so at most one source a kind is counted; in practice one at all.
    private const string AddCounts = """
        UPDATE knowledge_sources s
           SET answers = s.answers + c.count
          FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (store, name, count)
         WHERE s.store = c.store AND s.name = c.name AND s.kind = ANY ('{document,page,faq,article}') AND s.conversation IS NULL
        """;

    private readonly ConcurrentDictionary<(string Store, string Name), long> _waiting = new();

    /// <summary>An answer was given with these citations.</summary>
    public void Count(string store, ImmutableArray<Citation> citations)
    {
        if (citations.IsDefaultOrEmpty || _waiting.Count >= MostWaiting) return;
        foreach (var name in citations.Select(c => c.Source).Distinct(StringComparer.Ordinal))
            _waiting.AddOrUpdate((store, name), 1, (_, count) => count + 1);
    }

    /// <summary>Writes what was counted.</summary>
    public async Task Write(CancellationToken cancellationToken)
    {
        var counts = new List<((string Store, string Name) Source, long Count)>();
        foreach (var source in _waiting.Keys)
            if (_waiting.TryRemove(source, out var count)) counts.Add((source, count));
        if (counts.Count == 0) return;

        // In one order everywhere, so that two silos never wait for each other.
        counts.Sort((a, b) => string.CompareOrdinal(a.Source.Store + '/' + a.Source.Name, b.Source.Store + '/' + b.Source.Name));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            AddCounts, counts.Select(c => c.Source.Store).ToArray(), counts.Select(c => c.Source.Name).ToArray(), counts.Select(c => c.Count).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
