using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// The rows of conversations' attachments: sources that belong to a conversation, and that its store's knowledge leaves
/// out. All keys are conversations' grain keys.
/// </summary>
internal sealed class AttachmentStore(NpgsqlDataSource database, StorageRetry retry)
{
    // Somebody waits for these, so they are due before whatever else waits.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private const string Columns =
        "id, kind, name, media_type, coalesce(bytes, 0), status, failure_code, failure, title, width, height, hash";

    private const string Insert = $"""
        INSERT INTO knowledge_sources
               (store, kind, id, name, title, status, hash, bytes, conversation, client_id, media_type, width, height, due_at,
                created_at, updated_at)
        VALUES ($1, $2, $3, $4, $4, $5, $6::text, $7, $8, $9::text, $10, $11::int, $12::int, $13::timestamptz, $14, $14)
        RETURNING {Columns}
        """;

    /// <summary>
    /// Adds an attachment, or finds the one with the same client's id. The original is put in its place under the hash's
    /// lock, so that no removal of the same bytes can come between.
    /// </summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.TooManyAttachments"/>, or the storage is unavailable.</exception>
    public Task<(AttachmentView View, bool IsNew)> Add(
        string key, NewAttachment added, Action placeOriginal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Chosen once, so that a repetition after a commit whose answer was lost finds what it added.
        var id = Guid.CreateVersion7().ToString("N");
        return retry.Run(
            async ct =>
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                await using var transaction = await connection.BeginTransactionAsync(ct);

                // One at a time in a conversation, so that two cannot both take the last place or the same client's id.
                await Execute(connection.Statement("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", "attachments " + key), ct);
                var known = connection.Statement(
                    $"SELECT {Columns} FROM knowledge_sources WHERE conversation = $1 AND (client_id = $2::text OR id = $3)", key, added.ClientId, id);
                if (await ReadAll(known, ct) is [var first, ..]) return (first.View, first.View.AttachmentId == id);
                await CheckRoom(connection, key, ct);
                if (added.Hash is { } hash) await SourceStore.LockHash(connection, hash, ct);
                placeOriginal();
                var isRead = added.Kind != SourceKinds.Image;
                var insert = connection.Statement(
                    Insert, ConversationKey.FromGrainKey(key).Store, added.Kind, id, added.Name,
                    isRead ? SourceStatuses.Queued : SourceStatuses.Ready, added.Hash, added.Bytes, key, added.ClientId, added.MediaType,
                    added.Image?.Width, added.Image?.Height, isRead ? (now - Ahead).UtcDateTime : null, now.UtcDateTime);
                var view = (await ReadAll(insert, ct)).Single().View;
                await transaction.CommitAsync(ct);
                return (view, true);
            },
            cancellationToken);
    }

    /// <summary>All attachments of a conversation, oldest first.</summary>
    public Task<IReadOnlyList<StoredAttachment>> List(string key, CancellationToken cancellationToken) =>
        Query($"SELECT {Columns} FROM knowledge_sources WHERE conversation = $1 ORDER BY created_at, id", [key], cancellationToken);

    /// <summary>An attachment, or null.</summary>
    public async Task<StoredAttachment?> Find(string key, string id, CancellationToken cancellationToken) => (await Query(
        $"SELECT {Columns} FROM knowledge_sources WHERE conversation = $1 AND id = $2", [key, id], cancellationToken)).SingleOrDefault();

    /// <summary>
    /// Marks attachments as sent, before the message that sends them is in the log: after a crash between the two a repeated
    /// message finds them, and nobody has removed them.
    /// </summary>
    /// <returns>The attachments in the order of the ids.</returns>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AttachmentNotFound"/>.</exception>
    public async Task<ImmutableArray<AttachmentReference>> Send(
        string key, ImmutableArray<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Mark = $"""
            UPDATE knowledge_sources SET sent_at = coalesce(sent_at, $3) WHERE conversation = $1 AND id = ANY ($2) RETURNING {Columns}
            """;
        var sent = (await Query(Mark, [key, ids.ToArray(), now.UtcDateTime], cancellationToken))
            .ToDictionary(s => s.View.AttachmentId, s => AttachmentReference.To(s.View), StringComparer.Ordinal);
        return sent.Count == ids.Length ? [.. ids.Select(id => sent[id])] : throw AttachmentRules.NotFound();
    }

    /// <summary>Removes an attachment with its text; one that was sent only if that is asked for.</summary>
    /// <returns>The hash of its bytes.</returns>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AttachmentNotFound"/>, <see cref="ProblemCodes.AttachmentSent"/>.</exception>
    public async Task<string?> Delete(string key, string id, bool evenSent, CancellationToken cancellationToken)
    {
        const string Remove = $"""
            DELETE FROM knowledge_sources WHERE conversation = $1 AND id = $2 AND ($3 OR sent_at IS NULL) RETURNING {Columns}
            """;
        var removed = await Query(Remove, [key, id, evenSent], cancellationToken);
        if (removed.Count > 0) return removed[0].Hash;
        throw await Find(key, id, cancellationToken) is null
            ? AttachmentRules.NotFound()
            : new SupportException(ProblemCodes.AttachmentSent, "The attachment was sent with a message; it stays.");
    }

    /// <summary>How far the attachments that are read have come, newest first.</summary>
    public async Task<ImmutableArray<AttachmentState>> States(string key, CancellationToken cancellationToken)
    {
        const string Read = """
            SELECT id, ready_revision, due_at IS NOT NULL FROM knowledge_sources
             WHERE conversation = $1 AND kind <> 'image' ORDER BY created_at DESC, id
            """;
        return
        [
            .. await retry.Read(
                database, Read, [key],
                reader => new AttachmentState(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetBoolean(2)),
                cancellationToken),
        ];
    }

    /// <summary>The texts of the newest attachments, as many as have so many characters together.</summary>
    public Task<List<SourceDocument>> Texts(string key, int most, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(
                """
                SELECT s.name, t.content, s.kind FROM knowledge_sources s JOIN knowledge_texts t USING (store, kind, id)
                 WHERE s.conversation = $1 ORDER BY s.created_at DESC, s.id
                """,
                key);
            var documents = new List<SourceDocument>();
            var room = most;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (room > 0 && await reader.ReadAsync(ct))
            {
                var document = SourceContent.Parse(reader.GetString(1)).Read(reader.GetString(0));
                room -= document.Text.Length;
                documents.Add(document.Attached(reader.GetString(2) == SourceKinds.Page ? document.Name : null));
            }

            return documents;
        },
        cancellationToken);

    private static async Task CheckRoom(NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        await using var count = connection.Statement(
            "SELECT count(*) FILTER (WHERE sent_at IS NULL), count(*) FROM knowledge_sources WHERE conversation = $1", key);
        await using var reader = await count.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        AttachmentRules.CheckRoom(reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task Execute(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command) await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StoredAttachment>> ReadAll(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var attachments = new List<StoredAttachment>();
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) attachments.Add(ReadStored(reader));
        }

        return attachments;
    }

    private static StoredAttachment ReadStored(NpgsqlDataReader reader) => new(ReadView(reader), reader.Text(11));

    private static AttachmentView ReadView(NpgsqlDataReader reader)
    {
        var (kind, name, status) = (reader.GetString(1), reader.GetString(2), reader.GetString(5));
        return new AttachmentView
        {
            AttachmentId = reader.GetString(0),
            Kind = kind switch { SourceKinds.Page => AttachmentKinds.Page, SourceKinds.Image => AttachmentKinds.Image, _ => AttachmentKinds.File },
            Name = name,
            MediaType = reader.GetString(3),
            Bytes = reader.GetInt64(4),
            Url = kind == SourceKinds.Page ? name : null,
            Status = status,
            Code = reader.Text(6),
            Detail = reader.Text(7),
            Title = status == SourceStatuses.Ready && kind != SourceKinds.Image ? reader.GetString(8) : null,
            Width = reader.IsDBNull(9) ? null : reader.GetInt32(9),
            Height = reader.IsDBNull(10) ? null : reader.GetInt32(10),
        };
    }

    private Task<IReadOnlyList<StoredAttachment>> Query(string sql, object?[] values, CancellationToken cancellationToken) =>
        retry.Read(database, sql, values, ReadStored, cancellationToken);
}
