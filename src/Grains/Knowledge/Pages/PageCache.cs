using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Keeps fetched pages by a hash of their address, in the database, so that all silos share them and a restart asks no site
/// anew.
/// </summary>
internal sealed class PageCache(NpgsqlDataSource database)
{
    // As JSON, in UTF-16 units; larger pages are fetched each time.
    private const int LongestContent = 1_000_000;

    // After this time a page that nobody asked for again goes: a site's answer "not changed" would save little by then.
    private static readonly TimeSpan KeptStale = TimeSpan.FromDays(7);

    // Whoever keeps a page takes some away that are too old, so that the table stops growing without a sweep of its own. Of
    // two silos that fetched the same page, the later answer stays.
    private const string KeepPage = """
        WITH swept AS (
            DELETE FROM page_cache
             WHERE hash IN (
                SELECT hash FROM page_cache WHERE fresh_until < $7 AND hash <> $1 ORDER BY fresh_until LIMIT 10 FOR UPDATE SKIP LOCKED))
        INSERT INTO page_cache AS p (hash, address, content, etag, last_modified, fresh_until)
        VALUES ($1, $2, $3::json, $4::text, $5::timestamptz, $6)
        ON CONFLICT (hash) DO UPDATE
           SET address = excluded.address, content = excluded.content, etag = excluded.etag, last_modified = excluded.last_modified,
               fresh_until = excluded.fresh_until
         WHERE excluded.fresh_until >= p.fresh_until
        """;

    /// <summary>A kept page; null when there is none.</summary>
    public async Task<CachedPage?> Find(string addressHash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            "SELECT address, content, etag, last_modified, fresh_until FROM page_cache WHERE hash = $1", addressHash);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var content = SourceContent.Parse(reader.GetString(1));
        return new CachedPage(
            new Uri(reader.GetString(0)),
            new ExtractedDocument(content.Format ?? "html", content.Title, content.Pages ?? []),
            new PageValidators(reader.Text(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)),
            reader.GetFieldValue<DateTimeOffset>(4));
    }

    /// <summary>Keeps a page, in the place of an older one; one that is too large is left out.</summary>
    /// <param name="addressHash">The hash of its address.</param>
    /// <param name="page">The page.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Keep(string addressHash, CachedPage page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = SourceContent.Of(page.Document).ToJson();
        if (content.Length > LongestContent) return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            KeepPage, addressHash, page.Address.AbsoluteUri, content, page.Validators.ETag, page.Validators.LastModified?.UtcDateTime,
            page.FreshUntil.UtcDateTime, (now - KeptStale).UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
