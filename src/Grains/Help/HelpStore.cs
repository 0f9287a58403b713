using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Help;

/// <summary>What of a store's sources is published.</summary>
internal sealed class HelpStore(NpgsqlDataSource database)
{
    // A page that lists more serves nobody.
    private const int MostEntries = 2000;

    private const string Published = """
        s.store = $1 AND s.kind IN ('article', 'faq') AND s.state = 'published' AND s.status = 'ready'
        AND s.conversation IS NULL AND s.audience IS NULL
        """;

    // A language without a region serves all regions, and what has no language serves all.
    private const string InLanguage = "(s.locale IS NULL OR split_part(s.locale, '-', 1) = split_part($2, '-', 1))";

    private const string ReadEntries = $"""
        SELECT s.kind, s.id, s.title, coalesce(s.category, ''), s.updated_at, coalesce(v.views, 0),
               CASE s.kind WHEN 'faq' THEN t.content ->> 'answer' END
          FROM knowledge_sources s
          JOIN knowledge_texts t USING (store, kind, id)
          LEFT JOIN knowledge_views v USING (store, id)
         WHERE {Published} AND {InLanguage}
         ORDER BY s.title, s.id
         LIMIT $3
        """;

    private const string ReadTitles = $"SELECT s.kind, s.id, s.title FROM knowledge_sources s WHERE {Published} AND {InLanguage} AND s.id = ANY ($3)";

    private const string ReadLocales = $"SELECT DISTINCT s.locale FROM knowledge_sources s WHERE {Published} AND s.locale IS NOT NULL ORDER BY 1";

    private const string ReadArticle = $"""
        SELECT s.title, t.content #>> '{"{pages,0,text}"}', coalesce(s.category, ''), s.locale, s.updated_at
          FROM knowledge_sources s
          JOIN knowledge_texts t USING (store, kind, id)
         WHERE {Published} AND s.kind = 'article' AND s.id = $2
        """;

    private const string AddViews = """
        INSERT INTO knowledge_views AS v (store, id, views)
        SELECT s.store, s.id, n.views
          FROM unnest($2::text[], $3::bigint[]) AS n (id, views)
          JOIN knowledge_sources s ON s.store = $1 AND s.kind = 'article' AND s.id = n.id
        ON CONFLICT (store, id) DO UPDATE SET views = v.views + excluded.views
        """;

    /// <summary>All that is published in a language.</summary>
    public async Task<HelpContents> Contents(string store, string locale, CancellationToken cancellationToken)
    {
        var articles = ImmutableArray.CreateBuilder<HelpLink>();
        var questions = ImmutableArray.CreateBuilder<HelpQuestion>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var command = connection.Statement(ReadEntries, store, locale, MostEntries))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.GetString(0) == SourceKinds.Faq) questions.Add(ReadQuestion(reader));
                else articles.Add(ReadLink(reader));
            }
        }

        var locales = ImmutableArray.CreateBuilder<string>();
        await using var distinct = connection.Statement(ReadLocales, store);
        await using (var reader = await distinct.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) locales.Add(reader.GetString(0));
        }

        return new HelpContents { Locales = locales.ToImmutable(), Articles = articles.ToImmutable(), Questions = questions.ToImmutable() };
    }

    /// <summary>The titles of those of these sources that are published in a language.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Id), string>> Titles(
        string store, string locale, string[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(ReadTitles, store, locale, ids);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var titles = new Dictionary<(string Kind, string Id), string>();
        while (await reader.ReadAsync(cancellationToken)) titles.Add((reader.GetString(0), reader.GetString(1)), reader.GetString(2));
        return titles;
    }

    /// <summary>A published article, or null.</summary>
    public async Task<HelpArticle?> Article(string store, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(ReadArticle, store, id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return new HelpArticle
        {
            Id = id,
            Title = reader.GetString(0),
            Body = reader.Text(1) ?? "",
            Category = reader.GetString(2),
            Locale = reader.Text(3),
            UpdatedAt = reader.GetFieldValue<DateTimeOffset>(4),
        };
    }

    /// <summary>Adds to the counts of articles that there are.</summary>
    public async Task Count(string store, ImmutableArray<HelpViews> views, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(AddViews, store, views.Select(v => v.Id).ToArray(), views.Select(v => v.Count).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static HelpLink ReadLink(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(1),
        Title = reader.GetString(2),
        Category = reader.GetString(3),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(4),
        Views = reader.GetInt64(5),
    };

    private static HelpQuestion ReadQuestion(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(1),
        Question = reader.GetString(2),
        Category = reader.GetString(3),
        Answer = reader.Text(6) ?? "",
    };
}
